package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventTypes;
import org.jspecify.annotations.Nullable;

/// What holds for every decision and every fact: authority and dates. Comes after the rules of the
/// capability.
final class Dating {

    private Dating() {}

    /// @param lastDecision the latest day from which a decision on the boundary counts
    static Decision checked(Decision decision, @Nullable LocalDate lastDecision, Context context) {
        return decision instanceof Decision.Accepted(var events)
                ? refusal(events, lastDecision, context)
                        .<Decision>map(Decision.Refused::new)
                        .orElse(decision)
                : decision;
    }

    private static Optional<Refusal> refusal(
            List<CcgEvent> events, @Nullable LocalDate lastDecision, Context context) {
        if (events.stream().allMatch(Dating::isFact)) {
            return context.effectiveOn().isAfter(context.today())
                    ? Optional.of(new EffectiveDateInFuture(context.today()))
                    : Optional.empty();
        }
        if (context.authority() == null) {
            return Optional.of(new AuthorityNotCited());
        }
        return Optional.ofNullable(lastDecision)
                .filter(context.effectiveOn()::isBefore)
                .map(BackdatedBeyondLimit::new);
    }

    static boolean isFact(CcgEvent event) {
        return EventTypes.of(event).fact();
    }
}
