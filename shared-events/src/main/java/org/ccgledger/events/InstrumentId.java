package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An instrument before Parliament, from the day on which it is laid.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "lro-ccgs-2014")
public record InstrumentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstrumentId {}

    @Override
    public String toString() {
        return value;
    }
}
