package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An item of a meeting, by its number on the agenda.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9.-]{0,19}", example = "4.1")
public record ItemId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {}

    @Override
    public String toString() {
        return value;
    }
}
