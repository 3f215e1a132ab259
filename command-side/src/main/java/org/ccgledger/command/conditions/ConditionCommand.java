package org.ccgledger.command.conditions;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.events.conditions.ReviewAction;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.conditions.SupportLevel;
import org.jspecify.annotations.Nullable;

/// What can be asked for about the conditions of a group's authorisation, in the order a reader
/// meets it. Conditions imposed by the grant itself are part of that decision.
public sealed interface ConditionCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// SI 2012/1631 reg 8(3) and (7). The condition is numbered within the group.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record ImposeCondition(
            CcgCode ccg,
            @Nullable CriterionId criterion,
            boolean bespoke,
            String text,
            SupportLevel level,
            LocalDate reviewBy)
            implements ConditionCommand {}

    /// `approvals` name the agreement of the Board to this very plan.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record AgreeRectificationPlan(
            CcgCode ccg, DocRef plan, List<Milestone> milestones, List<ApprovalId> approvals)
            implements ConditionCommand {}

    /// `approvals` name the agreement of the Board to this very plan.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record ReviseRectificationPlan(
            CcgCode ccg, DocRef plan, List<Milestone> milestones, List<ApprovalId> approvals)
            implements ConditionCommand {}

    /// SI 2012/1631 reg 8(6). `review` is the number of the review within the group, 0 or more.
    @SentBy(BOARD_OFFICER)
    record OpenConditionReview(
            CcgCode ccg, int review, LocalDate evidenceDue, LocalDate committeeOn)
            implements ConditionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return review >= 0
                    ? List.of()
                    : List.of(new FieldError("/review", "is a number from 0 on"));
        }
    }

    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record SubmitReviewEvidence(
            CcgCode ccg, int review, ConditionId condition, List<DocRef> evidence)
            implements ConditionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return evidence.isEmpty()
                    ? List.of(new FieldError("/evidence", "holds at least one document"))
                    : List.of();
        }
    }

    /// SI 2012/1631 reg 8(7). Evidence for a discharge stands in the command's `evidence`, or was
    /// submitted for the condition.
    @SentBy(value = BOARD_AUTHORISATION, leftToRule = true)
    record DecideConditionReview(
            CcgCode ccg, int review, List<ReviewOutcome> outcomes, @Nullable YearMonth nextReview)
            implements ConditionCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            Set<ConditionId> seen = new HashSet<>();
            for (int i = 0; i < outcomes.size(); i++) {
                ReviewOutcome outcome = outcomes.get(i);
                if (!seen.add(outcome.condition())) {
                    errors.add(
                            new FieldError(
                                    "/outcomes/" + i + "/condition", "has one outcome only"));
                }
                boolean changed = outcome.newLevel() != null || outcome.newText() != null;
                if (changed != (outcome.action() == ReviewAction.VARY)) {
                    errors.add(
                            new FieldError(
                                    "/outcomes/" + i,
                                    "gives a new level or text when, and only when, it varies"));
                }
            }
            return errors;
        }
    }

    @SentBy(BOARD_OFFICER)
    record MainstreamCondition(CcgCode ccg, ConditionId condition, DocRef assurance)
            implements ConditionCommand {}

    /// Sent when more than three months have passed since the last review.
    @SentBy(SYSTEM)
    record RecordReviewOverdue(CcgCode ccg) implements ConditionCommand {}

    /// Sent when a direction has ended, which may have been all that stood in the way.
    @SentBy(SYSTEM)
    record RecordFullAuthorisation(CcgCode ccg) implements ConditionCommand {}
}
