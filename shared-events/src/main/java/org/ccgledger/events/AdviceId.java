package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A request for advice, and what becomes of it.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "02N-advice-1")
public record AdviceId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AdviceId {}

    @Override
    public String toString() {
        return value;
    }
}
