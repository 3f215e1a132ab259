package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.events.CcgEvent;
import org.jspecify.annotations.Nullable;

/// What the events of a boundary come to: its state, and the days that later ones are held against.
/// Immutable, so it may be kept, shared, and gone on from.
///
/// @param <C> the sealed family of commands
/// @param <S> the state
public final class Folded<C extends Command, S> {

    private final Decider<C, S> decider;
    private final S state;
    private final @Nullable LocalDate lastDay;
    private final @Nullable LocalDate lastDecision;

    Folded(Decider<C, S> decider, S initial) {
        this(decider, initial, null, null);
    }

    private Folded(
            Decider<C, S> decider,
            S state,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate lastDecision) {
        this.decider = decider;
        this.state = state;
        this.lastDay = lastDay;
        this.lastDecision = lastDecision;
    }

    /// With events that were recorded after all that is folded, in the order of recording; nothing
    /// if one of them counts from an earlier day, so that all have to be folded anew.
    public Optional<Folded<C, S>> with(List<CcgEvent> recordedSince) {
        List<CcgEvent> ordered = History.ordered(recordedSince);
        return ordered.isEmpty()
                        || lastDay == null
                        || !ordered.getFirst().effectiveOn().isBefore(lastDay)
                ? Optional.of(after(ordered))
                : Optional.empty();
    }

    Folded<C, S> after(List<CcgEvent> ordered) {
        if (ordered.isEmpty()) {
            return this;
        }
        S evolved = state;
        LocalDate decided = lastDecision;
        for (CcgEvent event : ordered) {
            evolved = decider.evolve(evolved, event);
            decided = Dating.isFact(event) ? decided : event.effectiveOn();
        }
        return new Folded<>(decider, evolved, ordered.getLast().effectiveOn(), decided);
    }

    /// Decides on it.
    public Decision decide(Command command, Context context) {
        Decision decision = decider.decide(command, state, context);
        return decision instanceof Decision.Unchanged
                ? decision
                : Cessation.instead(command, context)
                        .orElseGet(() -> Dating.checked(decision, lastDecision, context));
    }

    S state() {
        return state;
    }
}
