package org.ccgledger.command.conditions;

import java.util.Optional;
import org.ccgledger.command.conditions.ConditionCommand.*;
import org.ccgledger.command.conditions.Conditions.Authorised;
import org.ccgledger.command.conditions.Conditions.NotAuthorised;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Decides on the conditions of a group's authorisation. The boundary is one group's conditions,
/// and the grant from which they begin.
public final class ConditionDecider {

    /// The decisions on conditions.
    public static final Decider<ConditionCommand, ?> DECIDER =
            Decider.of(ConditionCommand.class, command -> StreamName.conditions(command.ccg()))
                    .<Conditions, ConditionEvent>state(
                            new NotAuthorised(), ConditionEvent.class, Conditions::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()),
                            CCGAuthorised.class,
                            Conditions::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()), CCGMerged.class, Conditions::evolve)
                    .deciding(ConditionDecider::decide);

    private ConditionDecider() {}

    private static Decision decide(ConditionCommand command, Conditions state, Context context) {
        return switch (command) {
            case ImposeCondition impose -> Impositions.impose(impose, state, context);
            case AgreeRectificationPlan agree -> Impositions.agree(agree, state, context);
            case ReviseRectificationPlan revise -> Impositions.revise(revise, state, context);
            case MainstreamCondition mainstream ->
                    Impositions.mainstream(mainstream, state, context);
            case OpenConditionReview open -> Reviews.open(open, state, context);
            case SubmitReviewEvidence submit -> Reviews.submit(submit, state, context);
            case DecideConditionReview decide -> Reviews.decide(decide, state, context);
            case RecordReviewOverdue overdue -> Reviews.overdue(overdue, state, context);
            case RecordFullAuthorisation full -> Reviews.full(full, state, context);
        };
    }

    /// What the state holds, or nothing where the group was not authorised.
    static Optional<Register> register(Conditions state) {
        return switch (state) {
            case NotAuthorised _ -> Optional.empty();
            case Authorised authorised -> Optional.of(authorised.register());
        };
    }

    static Decision notAuthorised(ConditionCommand command) {
        return Decision.notFound(command.ccg() + " has not been authorised");
    }
}
