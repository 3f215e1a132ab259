package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A round of co-commissioning, by the name under which it is opened.
@TextPattern(value = "[a-z0-9][a-z0-9-]{2,39}", example = "2015-16")
public record RoundName(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundName {}

    @Override
    public String toString() {
        return value;
    }
}
