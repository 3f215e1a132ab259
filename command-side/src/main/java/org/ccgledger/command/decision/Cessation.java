package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.decision.CommonRefusal.CCGCeased;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.Tag;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;

/// That a group is no more. It comes before the rules of every capability.
public final class Cessation {

    private Cessation() {}

    /// By what a group ceases to exist, whatever the day; it does so once.
    public static Optional<CessationEvent> of(CcgCode ccg, Reads reads) {
        return reads.tagged(Tag.code(ccg), CessationEvent.class).stream()
                .filter(event -> event.ceased().contains(ccg))
                .findFirst();
    }

    /// By what a group has ceased to exist on that day.
    public static Optional<CessationEvent> by(CcgCode ccg, LocalDate on, Reads reads) {
        return of(ccg, reads).filter(event -> !event.effectiveOn().isAfter(on));
    }

    /// What becomes of a command for a group that is no more, or on one: it is refused, and what
    /// falls due for it changes nothing. Commands that settle what it left open name neither a
    /// sender nor a group that they are about.
    static Optional<Decision> instead(Command command, Context context) {
        return Stream.concat(command.about().stream(), acting(command, context).stream())
                .flatMap(ccg ->
                        by(ccg, context.effectiveOn(), context.reads()).stream()
                                .map(event ->
                                        context.actsAs(Role.SYSTEM)
                                                ? Decision.unchanged()
                                                : Decision.refuse(ceased(ccg, event))))
                .findFirst();
    }

    private static CCGCeased ceased(CcgCode ccg, CessationEvent event) {
        return new CCGCeased(ccg, event.effectiveOn(), Set.copyOf(event.successors()));
    }

    /// The group for which somebody acts; where that is none, the one whose command alone it is.
    private static Optional<CcgCode> acting(Command command, Context context) {
        if (context.actor().role().isOfOneCcg()) {
            return context.actor().body().asCcg();
        }
        Set<BodyRef> bodies = command.senders();
        return bodies.size() == 1 ? bodies.iterator().next().asCcg() : Optional.empty();
    }
}
