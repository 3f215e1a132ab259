package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A report of pressure on a group.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "02N-pressure-1")
public record PressureId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PressureId {}

    @Override
    public String toString() {
        return value;
    }
}
