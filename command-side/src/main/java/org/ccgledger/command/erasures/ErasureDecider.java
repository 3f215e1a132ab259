package org.ccgledger.command.erasures;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.erasures.ErasureCommand.DeclineErasure;
import org.ccgledger.command.erasures.ErasureCommand.ErasePersonalData;
import org.ccgledger.command.erasures.ErasureCommand.LiftLegalHold;
import org.ccgledger.command.erasures.ErasureCommand.PlaceLegalHold;
import org.ccgledger.command.erasures.ErasureCommand.RepeatErasure;
import org.ccgledger.command.erasures.ErasureRefusal.CodeInUse;
import org.ccgledger.command.erasures.ErasureRefusal.LegalHold;
import org.ccgledger.command.erasures.ErasureRefusal.SubjectAmongApprovers;
import org.ccgledger.events.LegalHoldId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.erasures.ErasureEvent;
import org.ccgledger.events.erasures.ErasureEvent.ErasureDeclined;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldLifted;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldPlaced;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;

/// Decides on erasures. The boundary is all that is personal of one person.
public final class ErasureDecider {

    /// The decisions on erasures.
    public static final Decider<ErasureCommand, ?> DECIDER =
            Decider.of(ErasureCommand.class, command -> StreamName.personalData(command.person()))
                    .<Holds, ErasureEvent>state(Holds.NONE, ErasureEvent.class, Holds::evolve)
                    .deciding(ErasureDecider::decide);

    private ErasureDecider() {}

    /// The legal holds there were, and whether each still stands.
    record Holds(Map<LegalHoldId, Boolean> standing) {

        static final Holds NONE = new Holds(Map.of());

        Holds evolve(ErasureEvent event) {
            return switch (event) {
                case LegalHoldPlaced e -> with(e.hold(), true);
                case LegalHoldLifted e -> with(e.hold(), false);
                case PersonalDataErased _, ErasureDeclined _ -> this;
            };
        }

        private Holds with(LegalHoldId hold, boolean stands) {
            Map<LegalHoldId, Boolean> all = new LinkedHashMap<>(standing);
            all.put(hold, stands);
            return new Holds(Map.copyOf(all));
        }

        Set<LegalHoldId> thatStand() {
            Set<LegalHoldId> stand = new TreeSet<>(Comparator.comparing(LegalHoldId::value));
            standing.forEach((hold, stands) -> {
                if (stands) {
                    stand.add(hold);
                }
            });
            return stand;
        }
    }

    private static Decision decide(ErasureCommand command, Holds holds, Context context) {
        return switch (command) {
            case PlaceLegalHold place -> place(place, holds, context);
            case LiftLegalHold lift -> lift(lift, holds, context);
            case ErasePersonalData erase -> erase(erase, holds, context);
            case RepeatErasure again ->
                    accept(
                            new PersonalDataErased(
                                    again.person(),
                                    again.ground(),
                                    again.requestedBy(),
                                    again.approvers(),
                                    context.effectiveOn()));
            case DeclineErasure decline ->
                    withReasons(
                            context,
                            new ErasureDeclined(
                                    decline.person(),
                                    decline.ground(),
                                    decline.requestedBy(),
                                    context.effectiveOn()));
        };
    }

    private static Decision place(PlaceLegalHold command, Holds holds, Context context) {
        Boolean stands = holds.standing().get(command.hold());
        if (stands != null) {
            return stands ? unchanged() : refuse(new CodeInUse(command.hold()));
        }
        return withReasons(
                context,
                new LegalHoldPlaced(command.person(), command.hold(), context.effectiveOn()));
    }

    private static Decision lift(LiftLegalHold command, Holds holds, Context context) {
        Boolean stands = holds.standing().get(command.hold());
        if (stands == null) {
            return notFound("There is no legal hold " + command.hold() + " on this person's data");
        }
        return stands
                ? withReasons(
                        context,
                        new LegalHoldLifted(
                                command.person(), command.hold(), context.effectiveOn()))
                : unchanged();
    }

    private static Decision erase(ErasePersonalData command, Holds holds, Context context) {
        if (!holds.thatStand().isEmpty()) {
            return refuse(new LegalHold(holds.thatStand()));
        }
        if (command.approvers().contains(command.person())) {
            return refuse(new SubjectAmongApprovers(command.person()));
        }
        return withReasons(
                context,
                new PersonalDataErased(
                        command.person(),
                        command.ground(),
                        command.requestedBy(),
                        command.approvers(),
                        context.effectiveOn()));
    }

    private static Decision withReasons(Context context, ErasureEvent event) {
        return context.hasReasons() ? accept(event) : refuse(new ReasonsRequired());
    }
}
