package org.ccgledger.events.conditions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to the conditions of a group's authorisation after it was granted.
public sealed interface ConditionEvent extends CcgEvent {

    /// SI 2012/1631 reg 8(7).
    @EventName("ccg.conditions.ConditionImposed")
    record ConditionImposed(
            CcgCode ccg, ConditionTerms terms, LocalDate reviewBy, LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName("ccg.conditions.RectificationPlanAgreed")
    record RectificationPlanAgreed(
            CcgCode ccg, DocRef plan, List<Milestone> milestones, LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName("ccg.conditions.RectificationPlanRevised")
    record RectificationPlanRevised(
            CcgCode ccg, DocRef plan, List<Milestone> milestones, LocalDate effectiveOn)
            implements ConditionEvent {}

    /// SI 2012/1631 reg 8(6): conditions are kept under review.
    @EventName("ccg.conditions.ConditionReviewOpened")
    record ConditionReviewOpened(
            CcgCode ccg,
            int review,
            LocalDate evidenceDue,
            LocalDate committeeOn,
            LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName(value = "ccg.conditions.ReviewEvidenceSubmitted", fact = true)
    record ReviewEvidenceSubmitted(
            CcgCode ccg,
            int review,
            ConditionId condition,
            List<DocRef> evidence,
            LocalDate effectiveOn)
            implements ConditionEvent {}

    /// `remaining` counts the conditions that stay open.
    @EventName("ccg.conditions.ConditionReviewDecided")
    record ConditionReviewDecided(
            CcgCode ccg,
            int review,
            List<ReviewOutcome> outcomes,
            int remaining,
            @Nullable YearMonth nextReview,
            LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName("ccg.conditions.ConditionDischarged")
    record ConditionDischarged(
            CcgCode ccg,
            ConditionId condition,
            @Nullable CriterionId criterion,
            int review,
            LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName("ccg.conditions.ConditionSupportLevelChanged")
    record ConditionSupportLevelChanged(
            CcgCode ccg,
            ConditionId condition,
            SupportLevel from,
            SupportLevel to,
            int review,
            LocalDate effectiveOn)
            implements ConditionEvent {}

    @EventName("ccg.conditions.ConditionVaried")
    record ConditionVaried(
            CcgCode ccg, ConditionId condition, String text, int review, LocalDate effectiveOn)
            implements ConditionEvent {}

    /// Folded into ordinary assurance; outstanding until discharged.
    @EventName("ccg.conditions.ConditionMainstreamed")
    record ConditionMainstreamed(
            CcgCode ccg, ConditionId condition, DocRef assurance, LocalDate effectiveOn)
            implements ConditionEvent {}

    /// No condition and no direction remains.
    @EventName("ccg.conditions.CCGFullyAuthorised")
    record CCGFullyAuthorised(CcgCode ccg, LocalDate effectiveOn) implements ConditionEvent {}

    /// More than three months passed without a review while conditions were open.
    @EventName(value = "ccg.conditions.ConditionReviewOverdue", fact = true)
    record ConditionReviewOverdue(CcgCode ccg, LocalDate lastReviewedOn, LocalDate effectiveOn)
            implements ConditionEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case ConditionImposed e -> Set.of(Tag.ccg(e.ccg()));
            case RectificationPlanAgreed e -> Set.of(Tag.ccg(e.ccg()));
            case RectificationPlanRevised e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionReviewOpened e -> Set.of(Tag.ccg(e.ccg()));
            case ReviewEvidenceSubmitted e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionReviewDecided e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionDischarged e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionSupportLevelChanged e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionVaried e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionMainstreamed e -> Set.of(Tag.ccg(e.ccg()));
            case CCGFullyAuthorised e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionReviewOverdue e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
