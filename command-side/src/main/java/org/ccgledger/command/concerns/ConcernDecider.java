package org.ccgledger.command.concerns;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;

import java.time.LocalDate;
import org.ccgledger.command.concerns.ConcernCommand.*;
import org.ccgledger.command.concerns.ConcernDecider.Concern.Closed;
import org.ccgledger.command.concerns.ConcernDecider.Concern.NotRaised;
import org.ccgledger.command.concerns.ConcernDecider.Concern.Open;
import org.ccgledger.command.concerns.ConcernRefusal.*;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.concerns.ConcernEvent;
import org.ccgledger.events.concerns.ConcernEvent.*;

/// Decides on concerns. The boundary is one concern.
public final class ConcernDecider {

    /// The decisions on concerns.
    public static final Decider<ConcernCommand, ?> DECIDER =
            Decider.of(ConcernCommand.class, command -> StreamName.concern(command.concern()))
                    .<Concern, ConcernEvent>state(
                            new NotRaised(), ConcernEvent.class, Concern::evolve)
                    .deciding(ConcernDecider::decide);

    private ConcernDecider() {}

    /// Where a concern stands.
    sealed interface Concern {

        record NotRaised() implements Concern {}

        record Open(BodyRef body, PersonId subject) implements Concern {}

        record Closed(BodyRef body, LocalDate on) implements Concern {}

        /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as
        /// it is.
        default Concern evolve(ConcernEvent event) {
            return switch (event) {
                case ConcernRaised e ->
                        this instanceof Closed ? this : new Open(e.body(), e.text().subject());
                case ConcernClosed e -> new Closed(e.body(), e.effectiveOn());
            };
        }
    }

    private static Decision decide(ConcernCommand command, Concern state, Context context) {
        return switch (command) {
            case RaiseConcern raise -> raise(raise, state, context);
            case CloseConcern close -> close(close, state, context);
        };
    }

    private static Decision raise(RaiseConcern command, Concern state, Context context) {
        return state instanceof NotRaised
                ? accept(
                        new ConcernRaised(
                                command.concern(),
                                command.body(),
                                command.category(),
                                command.anonymous(),
                                command.discloser(),
                                command.text(),
                                context.effectiveOn()))
                : refuse(new CodeInUse(command.concern()));
    }

    private static Decision close(CloseConcern command, Concern state, Context context) {
        return switch (state) {
            case Open(var body, var subject) when body.equals(command.body()) ->
                    subject.equals(command.findings().subject())
                            ? accept(
                                    new ConcernClosed(
                                            command.concern(),
                                            command.body(),
                                            command.outcome(),
                                            command.findings(),
                                            context.effectiveOn()))
                            : refuse(new SubjectOfAnotherConcern(command.concern()));
            case Closed(var body, var since) when body.equals(command.body()) ->
                    refuse(new AlreadyDecided(since));
            case NotRaised _, Open _, Closed _ ->
                    notFound("No concern " + command.concern() + " about " + command.body());
        };
    }
}
