package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventTypes;

/// What holds for every decision and every fact: authority and dates. Comes after the rules of the
/// capability.
final class Dating {

    private Dating() {}

    static Decision checked(Decision decision, List<CcgEvent> history, Context context) {
        return decision instanceof Decision.Accepted(var events)
                ? refusal(events, history, context)
                        .<Decision>map(Decision.Refused::new)
                        .orElse(decision)
                : decision;
    }

    private static Optional<Refusal> refusal(
            List<CcgEvent> events, List<CcgEvent> history, Context context) {
        if (events.stream().allMatch(Dating::isFact)) {
            return context.effectiveOn().isAfter(context.today())
                    ? Optional.of(new EffectiveDateInFuture(context.today()))
                    : Optional.empty();
        }
        if (context.authority() == null) {
            return Optional.of(new AuthorityNotCited());
        }
        return lastDecision(history)
                .filter(context.effectiveOn()::isBefore)
                .map(BackdatedBeyondLimit::new);
    }

    private static Optional<LocalDate> lastDecision(List<CcgEvent> history) {
        return history.stream()
                .filter(event -> !isFact(event))
                .map(CcgEvent::effectiveOn)
                .max(Comparator.naturalOrder());
    }

    private static boolean isFact(CcgEvent event) {
        return EventTypes.of(event).fact();
    }
}
