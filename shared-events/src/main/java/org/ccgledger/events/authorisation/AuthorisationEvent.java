package org.ccgledger.events.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.directions.DirectionTerms;
import org.jspecify.annotations.Nullable;

/// What can happen to an application to become a clinical commissioning group, in the order a
/// reader meets it.
public sealed interface AuthorisationEvent extends CcgEvent {

    /// NHS Act 2006 s.14B: two or more providers apply.
    @EventName("ccg.authorisation.CCGProposed")
    record CCGProposed(
            CcgCode ccg,
            OnsCode ons,
            AreaTeamCode areaTeam,
            String name,
            List<AreaCode> area,
            List<PracticeCode> applicants,
            DocRef constitution,
            PersonId proposedAccountableOfficer,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.PracticeJoinedApplication")
    record PracticeJoinedApplication(
            CcgCode ccg,
            PracticeCode practice,
            List<PracticeCode> applicants,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.PracticeLeftApplication")
    record PracticeLeftApplication(CcgCode ccg, PracticeCode practice, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// Fewer than two applicants remained.
    @EventName(value = "ccg.authorisation.ApplicationLapsed", fact = true)
    record ApplicationLapsed(CcgCode ccg, LocalDate effectiveOn) implements AuthorisationEvent {}

    @EventName("ccg.authorisation.ProposedConstitutionAmended")
    record ProposedConstitutionAmended(CcgCode ccg, DocRef constitution, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// The applicants and areas of `from` go on within `ccg`; those applications end.
    @EventName("ccg.authorisation.ApplicationsCombined")
    record ApplicationsCombined(
            CcgCode ccg,
            List<CcgCode> from,
            List<PracticeCode> applicants,
            List<AreaCode> area,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// The wave's edition of the criteria is the one that the application is assessed against.
    @EventName("ccg.authorisation.AssignedToWave")
    record AssignedToWave(CcgCode ccg, int wave, CatalogueVersion catalogue, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.ApplicationSubmitted")
    record ApplicationSubmitted(
            CcgCode ccg,
            int wave,
            List<DocRef> documents,
            DocRef selfCertification,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.ApplicationDeferred")
    record ApplicationDeferred(
            CcgCode ccg,
            int fromWave,
            int toWave,
            CatalogueVersion catalogue,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.ApplicationWithdrawn")
    record ApplicationWithdrawn(CcgCode ccg, LocalDate effectiveOn) implements AuthorisationEvent {}

    /// The 360 degree survey of those who work with the group.
    @EventName(value = "ccg.authorisation.StakeholderSurveyRecorded", fact = true)
    record StakeholderSurveyRecorded(
            CcgCode ccg, int respondents, String summary, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName(value = "ccg.authorisation.SiteVisitRecorded", fact = true)
    record SiteVisitRecorded(CcgCode ccg, LocalDate visitedOn, DocRef report, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.CriterionAssessed")
    record CriterionAssessed(
            CcgCode ccg,
            CriterionId criterion,
            AssessmentResult result,
            AssessmentStage stage,
            @Nullable String note,
            PersonId assessor,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.AssessmentModerated")
    record AssessmentModerated(
            CcgCode ccg,
            List<CriterionChange> changes,
            String recommendation,
            List<CriterionId> unmet,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// Shared with the group, which has until `commentUntil` to comment.
    @EventName("ccg.authorisation.ConditionsRecommended")
    record ConditionsRecommended(
            CcgCode ccg,
            List<RecommendedCondition> conditions,
            PersonId regionalApproval,
            LocalDate commentUntil,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @EventName("ccg.authorisation.RecommendationResponded")
    record RecommendationResponded(CcgCode ccg, String response, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// The days for comment passed without an answer.
    @EventName(value = "ccg.authorisation.CommentWindowClosed", fact = true)
    record CommentWindowClosed(CcgCode ccg, LocalDate effectiveOn) implements AuthorisationEvent {}

    /// NHS Act 2006 s.14C. Carries the full terms of its conditions and directions, from which
    /// their own streams begin.
    @EventName("ccg.authorisation.CCGAuthorised")
    record CCGAuthorised(
            CcgCode ccg,
            OnsCode ons,
            AreaTeamCode areaTeam,
            String name,
            List<AreaCode> area,
            List<PracticeCode> members,
            DocRef constitution,
            int wave,
            AuthorisationOutcome outcome,
            List<ConditionTerms> conditions,
            List<DirectionTerms> directions,
            LocalDate effectiveOn)
            implements AuthorisationEvent {}

    /// `interimArrangement` commissions for the area meanwhile.
    @EventName("ccg.authorisation.AuthorisationRefused")
    record AuthorisationRefused(CcgCode ccg, BodyRef interimArrangement, LocalDate effectiveOn)
            implements AuthorisationEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case CCGProposed e ->
                    Stream.of(
                                    Stream.of(
                                            Tag.ccg(e.ccg()),
                                            Tag.code(e.ccg()),
                                            Tag.person(e.proposedAccountableOfficer())),
                                    e.area().stream().map(Tag::area),
                                    e.applicants().stream().map(Tag::practice))
                            .flatMap(tags -> tags)
                            .collect(Collectors.toUnmodifiableSet());
            case PracticeJoinedApplication e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.practice(e.practice()));
            case PracticeLeftApplication e -> Set.of(Tag.ccg(e.ccg()), Tag.practice(e.practice()));
            case ApplicationLapsed e -> Set.of(Tag.ccg(e.ccg()));
            case ProposedConstitutionAmended e -> Set.of(Tag.ccg(e.ccg()));
            case ApplicationsCombined e ->
                    Stream.of(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.from().stream().map(Tag::ccg),
                                    e.area().stream().map(Tag::area),
                                    e.applicants().stream().map(Tag::practice))
                            .flatMap(tags -> tags)
                            .collect(Collectors.toUnmodifiableSet());
            case AssignedToWave e -> Set.of(Tag.ccg(e.ccg()));
            case ApplicationSubmitted e -> Set.of(Tag.ccg(e.ccg()));
            case ApplicationDeferred e -> Set.of(Tag.ccg(e.ccg()));
            case ApplicationWithdrawn e -> Set.of(Tag.ccg(e.ccg()));
            case StakeholderSurveyRecorded e -> Set.of(Tag.ccg(e.ccg()));
            case SiteVisitRecorded e -> Set.of(Tag.ccg(e.ccg()));
            case CriterionAssessed e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.assessor()));
            case AssessmentModerated e -> Set.of(Tag.ccg(e.ccg()));
            case ConditionsRecommended e -> Set.of(Tag.ccg(e.ccg()));
            case RecommendationResponded e -> Set.of(Tag.ccg(e.ccg()));
            case CommentWindowClosed e -> Set.of(Tag.ccg(e.ccg()));
            case CCGAuthorised e ->
                    Stream.of(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.directions().stream()
                                            .flatMap(d -> d.functions().stream())
                                            .map(f -> Tag.function(e.ccg(), f)),
                                    e.members().stream().map(Tag::practice),
                                    e.area().stream().map(Tag::area))
                            .flatMap(tags -> tags)
                            .collect(Collectors.toUnmodifiableSet());
            case AuthorisationRefused e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.body(e.interimArrangement()));
        };
    }
}
