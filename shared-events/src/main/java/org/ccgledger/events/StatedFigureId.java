package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A figure that a source states.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "s4-directions")
public record StatedFigureId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StatedFigureId {}

    @Override
    public String toString() {
        return value;
    }
}
