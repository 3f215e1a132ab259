package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A promise that a body made to groups.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "no-forced-membership")
public record PledgeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PledgeId {}

    @Override
    public String toString() {
        return value;
    }
}
