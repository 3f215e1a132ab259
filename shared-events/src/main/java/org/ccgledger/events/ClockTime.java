package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A time of day in England, by the clock.
@TextPattern(value = "([01][0-9]|2[0-3]):[0-5][0-9]", example = "14:30")
public record ClockTime(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClockTime {}

    @Override
    public String toString() {
        return value;
    }
}
