package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A seat on a committee, as its terms of reference name it.
@TextPattern(value = "[a-z][a-z0-9-]{1,59}", example = "lay-chair")
public record SeatCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeatCode {}

    @Override
    public String toString() {
        return value;
    }
}
