package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An entry of a group's scheme of delegation; numbered within the group, and never used again.
@TextPattern(value = "[A-Z0-9]{3,6}-S[0-9]{1,5}", example = "02N-S1")
public record DelegationId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DelegationId {}

    @Override
    public String toString() {
        return value;
    }
}
