package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A group's application to co-commission, numbered within the group and never used again.
@TextPattern(value = "[A-Z0-9]{3,6}-P[0-9]{1,3}", example = "02N-P1")
public record CoCommissioningId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CoCommissioningId {}

    @Override
    public String toString() {
        return value;
    }
}
