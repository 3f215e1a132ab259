package org.ccgledger.command.support;

import java.time.LocalDate;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;
import org.jspecify.annotations.Nullable;

/// Where an arrangement, or the policy on the back stop, stands.
sealed interface Arrangement {

    record NotMade() implements Arrangement {}

    record Policy(BackstopPeriodSet period) implements Arrangement {}

    record Chosen(CommissioningSupportChosen choice, boolean isAtRisk) implements Arrangement {}

    record Ended(CommissioningSupportChosen choice, CommissioningSupportEnded end)
            implements Arrangement {}

    default Arrangement evolve(SupportEvent event) {
        return switch (event) {
            case BackstopPeriodSet e -> new Policy(e);
            case CommissioningSupportChosen e -> new Chosen(e, false);
            case CommissioningSupportEnded e ->
                    this instanceof Chosen(var choice, _) ? new Ended(choice, e) : this;
            case BackstopSuccessionRisk _ ->
                    this instanceof Chosen(var choice, _) ? new Chosen(choice, true) : this;
        };
    }

    /// The last day on which a chosen arrangement serves the group; absent while it is open.
    default @Nullable LocalDate lastDay() {
        return switch (this) {
            case Chosen(var choice, _) -> choice.period().until();
            case Ended(_, var end) -> end.endsOn();
            case NotMade _, Policy _ -> null;
        };
    }
}
