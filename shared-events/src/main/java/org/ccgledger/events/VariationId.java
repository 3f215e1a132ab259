package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An application to vary a group's constitution, numbered within the group and never used again.
@TextPattern(value = "[A-Z0-9]{3,6}-V[0-9]{1,3}", example = "02N-V1")
public record VariationId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VariationId {}

    @Override
    public String toString() {
        return value;
    }
}
