package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An arrangement for commissioning support.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "02N-support-1")
public record SupportId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupportId {}

    @Override
    public String toString() {
        return value;
    }
}
