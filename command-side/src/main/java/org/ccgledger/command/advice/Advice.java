package org.ccgledger.command.advice;

import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.advice.AdviceEvent.*;

/// Where a request for advice stands.
sealed interface Advice {

    record NotRequested() implements Advice {}

    record Requested(AdviceRequested request) implements Advice {}

    record Given(AdviceRequested request, AdviceGiven given) implements Advice {}

    record Responded(AdviceRequested request, AdviceGiven given, AdviceResponded response)
            implements Advice {}

    /// An event that fits no state leaves it as it is: advice may be recorded for an earlier day
    /// than the request.
    default Advice evolve(AdviceEvent event) {
        return switch (event) {
            case AdviceRequested e -> new Requested(e);
            case AdviceGiven e ->
                    this instanceof Requested(var request) ? new Given(request, e) : this;
            case AdviceResponded e ->
                    this instanceof Given(var request, var given)
                            ? new Responded(request, given, e)
                            : this;
            case AdviceOverreach _ -> this;
        };
    }
}
