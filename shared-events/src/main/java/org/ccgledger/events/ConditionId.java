package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A condition of a group's authorisation, numbered within the group and never used again.
@TextPattern(value = "[A-Z0-9]{3,6}-C[0-9]{1,3}", example = "02N-C1")
public record ConditionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConditionId {}

    @Override
    public String toString() {
        return value;
    }
}
