package org.ccgledger.command.decision;

import java.util.List;
import org.ccgledger.events.CcgEvent;

/// What a decider answers.
public sealed interface Decision {

    /// The events of one stream, in order.
    record Accepted(List<CcgEvent> events) implements Decision {
        public Accepted {
            if (events.isEmpty()) {
                throw new IllegalArgumentException(
                        "What is accepted happens; what changes nothing is unchanged");
            }
        }
    }

    /// What was asked for is so already.
    record Unchanged() implements Decision {}

    /// A rule says no; that is recorded.
    record Refused(Refusal refusal) implements Decision {}

    /// The boundary, or something that the command names, does not exist; nothing is recorded.
    record NotFound(String what) implements Decision {}

    static Decision accept(CcgEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision accept(List<? extends CcgEvent> events) {
        return new Accepted(List.copyOf(events));
    }

    static Decision unchanged() {
        return new Unchanged();
    }

    static Decision refuse(Refusal refusal) {
        return new Refused(refusal);
    }

    static Decision notFound(String what) {
        return new NotFound(what);
    }
}
