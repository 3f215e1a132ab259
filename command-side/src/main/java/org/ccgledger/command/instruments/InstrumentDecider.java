package org.ccgledger.command.instruments;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Objects;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.instruments.Instrument.Laid;
import org.ccgledger.command.instruments.Instrument.Made;
import org.ccgledger.command.instruments.Instrument.NotLaid;
import org.ccgledger.command.instruments.Instrument.Passage;
import org.ccgledger.command.instruments.Instrument.Resolution;
import org.ccgledger.command.instruments.Instrument.Revoked;
import org.ccgledger.command.instruments.InstrumentCommand.*;
import org.ccgledger.command.instruments.InstrumentRefusal.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.jspecify.annotations.Nullable;

/// Records the passage of instruments through Parliament. The boundary is one instrument.
public final class InstrumentDecider {

    /// The decisions on instruments.
    public static final Decider<InstrumentCommand, ?> DECIDER =
            Decider.of(
                            InstrumentCommand.class,
                            command -> StreamName.instrument(command.instrument()))
                    .<Instrument, InstrumentEvent>state(
                            new NotLaid(), InstrumentEvent.class, Instrument::evolve)
                    .deciding(InstrumentDecider::decide);

    private InstrumentDecider() {}

    private static Decision decide(InstrumentCommand command, Instrument state, Context context) {
        if (command instanceof LayInstrument lay) {
            return lay(lay, state, context);
        }
        return switch (state) {
            case NotLaid _ -> notFound(command.instrument() + " has not been laid");
            case Laid(var passage) -> decide(command, passage, state, context);
            case Made(var passage, _) -> decide(command, passage, state, context);
            case Revoked(var passage, _, _) -> decide(command, passage, state, context);
        };
    }

    private static Decision decide(
            InstrumentCommand command, Passage passage, Instrument state, Context context) {
        return switch (command) {
            case LayInstrument lay -> lay(lay, state, context);
            case RecordScrutiny scrutiny -> scrutiny(scrutiny, passage, context);
            case RecordDivision division -> division(division, passage, context);
            case RecordHouseApproval approval -> approval(approval, passage, context);
            case MakeInstrument make -> make(make, passage, state, context);
            case RevokeInstrument revoke -> revoke(revoke, state, context);
        };
    }

    private static Decision lay(LayInstrument command, Instrument state, Context context) {
        InstrumentLaid laid =
                new InstrumentLaid(
                        command.instrument(),
                        command.title(),
                        command.parentAct(),
                        command.procedure(),
                        command.powers().stream().distinct().toList(),
                        context.effectiveOn());
        return switch (state) {
            case NotLaid _ -> accept(laid);
            case Laid(var passage) -> again(laid, passage);
            case Made(var passage, _) -> again(laid, passage);
            case Revoked(var passage, _, _) -> again(laid, passage);
        };
    }

    private static Decision again(InstrumentLaid laid, Passage passage) {
        return passage.laid().equals(laid) ? unchanged() : refuse(new CodeInUse(laid.instrument()));
    }

    private static Decision scrutiny(RecordScrutiny command, Passage passage, Context context) {
        ScrutinyReported reported =
                new ScrutinyReported(
                        command.instrument(),
                        command.committee(),
                        command.report(),
                        command.recommendsApproval(),
                        context.effectiveOn());
        if (passage.reports().contains(reported)) {
            return unchanged();
        }
        return isBeforeLaying(passage, context)
                ? refuse(new InvalidPeriod(passage.laid().effectiveOn()))
                : accept(reported);
    }

    private static Decision division(RecordDivision command, Passage passage, Context context) {
        int majority = command.ayes() - command.noes();
        Integer stated = command.statedMajority();
        if (stated != null && stated != majority) {
            return refuse(new DivisionMajorityMismatch(majority, stated));
        }
        DivisionRecorded divided =
                new DivisionRecorded(
                        command.instrument(),
                        command.house(),
                        command.ayes(),
                        command.noes(),
                        majority,
                        context.effectiveOn());
        if (divided.equals(passage.divisions().get(command.house()))) {
            return unchanged();
        }
        if (isBeforeLaying(passage, context)) {
            return refuse(new InvalidPeriod(passage.laid().effectiveOn()));
        }
        return passage.resolutions().containsKey(command.house())
                ? refuse(new AlreadyDecided(command.instrument()))
                : accept(divided, resolved(divided));
    }

    /// H2: a motion on which ayes and noes are equal is not carried.
    @Upholds(id = "H2", title = "A motion is carried if the ayes are more than the noes")
    private static InstrumentEvent resolved(DivisionRecorded division) {
        return division.majority() > 0
                ? new HouseApproved(
                        division.instrument(), division.house(), false, division.effectiveOn())
                : new HouseRejected(
                        division.instrument(), division.house(), division.effectiveOn());
    }

    private static Decision approval(
            RecordHouseApproval command, Passage passage, Context context) {
        if (isBeforeLaying(passage, context)) {
            return refuse(new InvalidPeriod(passage.laid().effectiveOn()));
        }
        Resolution before = passage.resolutions().get(command.house());
        if (before == null) {
            return accept(
                    new HouseApproved(
                            command.instrument(), command.house(), true, context.effectiveOn()));
        }
        return before.approved() && before.withoutDivision()
                ? unchanged()
                : refuse(new AlreadyDecided(command.instrument()));
    }

    private static Decision make(
            MakeInstrument command, Passage passage, Instrument state, Context context) {
        InstrumentMade making =
                new InstrumentMade(
                        command.instrument(),
                        command.siNumber(),
                        passage.laid().powers(),
                        command.inForceOn(),
                        context.effectiveOn());
        if (making.equals(madeBefore(state))) {
            return unchanged();
        }
        Set<House> missing = passage.missing(context.effectiveOn());
        if (!missing.isEmpty()) {
            return refuse(new BothHousesRequired(missing));
        }
        if (isBeforeLaying(passage, context)) {
            return refuse(new InvalidPeriod(passage.laid().effectiveOn()));
        }
        if (command.inForceOn().isBefore(context.effectiveOn())) {
            return refuse(new InvalidPeriod(context.effectiveOn()));
        }
        return state instanceof Laid
                ? accept(making)
                : refuse(new AlreadyDecided(command.instrument()));
    }

    private static @Nullable InstrumentMade madeBefore(Instrument state) {
        return switch (state) {
            case NotLaid _, Laid _ -> null;
            case Made(_, var made) -> made;
            case Revoked(_, var made, _) -> made;
        };
    }

    private static Decision revoke(RevokeInstrument command, Instrument state, Context context) {
        return switch (state) {
            case NotLaid _, Laid _ -> notFound(command.instrument() + " has not been made");
            case Made(_, var made) ->
                    context.effectiveOn().isBefore(made.effectiveOn())
                            ? refuse(new InvalidPeriod(made.effectiveOn()))
                            : command.revokedFrom().isBefore(context.effectiveOn())
                                    ? refuse(new InvalidPeriod(context.effectiveOn()))
                                    : accept(
                                            new InstrumentRevoked(
                                                    command.instrument(),
                                                    command.by(),
                                                    made.powers(),
                                                    command.revokedFrom(),
                                                    context.effectiveOn()));
            case Revoked(_, _, var revoked) ->
                    Objects.equals(revoked.by(), command.by())
                                    && revoked.revokedFrom().equals(command.revokedFrom())
                            ? unchanged()
                            : refuse(new AlreadyDecided(command.instrument()));
        };
    }

    private static boolean isBeforeLaying(Passage passage, Context context) {
        return context.effectiveOn().isBefore(passage.laid().effectiveOn());
    }
}
