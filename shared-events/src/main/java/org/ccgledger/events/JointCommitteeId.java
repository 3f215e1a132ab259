package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A joint committee, from its proposal on.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "south-west-london")
public record JointCommitteeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JointCommitteeId {}

    @Override
    public String toString() {
        return value;
    }
}
