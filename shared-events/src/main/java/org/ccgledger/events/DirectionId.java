package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A direction to a group, numbered within the group and never used again.
@TextPattern(value = "[A-Z0-9]{3,6}-D[0-9]{1,3}", example = "07G-D1")
public record DirectionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DirectionId {}

    @Override
    public String toString() {
        return value;
    }
}
