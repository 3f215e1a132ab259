package org.ccgledger.command.directions;

import static org.ccgledger.command.decision.Decision.refuse;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.command.directions.DirectionRefusal.NotAuthorisingBody;
import org.ccgledger.command.directions.Directions.Authorised;
import org.ccgledger.command.directions.Directions.NotAuthorised;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Decides on directions to a group. The boundary is all of one group's directions, for one
/// function has one exerciser whichever of them takes it.
public final class DirectionDecider {

    /// The decisions on directions.
    public static final Decider<DirectionCommand, ?> DECIDER =
            Decider.of(DirectionCommand.class, command -> StreamName.directions(command.ccg()))
                    .<Directions, DirectionEvent>state(
                            new NotAuthorised(), DirectionEvent.class, Directions::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()),
                            CCGAuthorised.class,
                            Directions::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()), CCGMerged.class, Directions::evolve)
                    .deciding(DirectionDecider::decide);

    private DirectionDecider() {}

    private static Decision decide(DirectionCommand command, Directions state, Context context) {
        if (isOfTheCommittee(command) && !context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new NotAuthorisingBody(context.actor().body()));
        }
        return switch (state) {
            case NotAuthorised _ -> Decision.notFound(command.ccg() + " has not been authorised");
            case Authorised authorised -> decide(command, authorised, context);
        };
    }

    private static boolean isOfTheCommittee(DirectionCommand command) {
        return switch (command) {
            case DraftDirection _,
                    IssueDirection _,
                    AssignFunctionExercise _,
                    VaryDirection _,
                    RevokeDirection _ ->
                    true;
            case RecordInformationRequirement _,
                    ConsultOnDirection _,
                    RecordWillingness _,
                    ConsiderExerciser _ ->
                    false;
        };
    }

    private static Decision decide(DirectionCommand command, Authorised state, Context context) {
        return switch (command) {
            case RecordInformationRequirement require ->
                    Preparations.require(require, state, context);
            case DraftDirection draft -> Preparations.draft(draft, state, context);
            case ConsultOnDirection consult -> Preparations.consult(consult, state, context);
            case RecordWillingness record -> Preparations.willingness(record, state, context);
            case ConsiderExerciser consider -> Preparations.consider(consider, state, context);
            case IssueDirection issue -> Issues.issue(issue, state, context);
            case AssignFunctionExercise assign -> Assignments.assign(assign, state, context);
            case VaryDirection vary -> Issues.vary(vary, state, context);
            case RevokeDirection revoke -> Issues.revoke(revoke, state, context);
        };
    }

    static Decision noDirection(DirectionId direction) {
        return Decision.notFound("There is no direction " + direction);
    }
}
