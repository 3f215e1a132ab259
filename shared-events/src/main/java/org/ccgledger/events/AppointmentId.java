package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A person's appointment to a seat of a group's governing body, counted within the group.
@TextPattern(value = "[A-Z0-9]{3,6}-A[0-9]{1,5}", example = "02N-A1")
public record AppointmentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppointmentId {}

    @Override
    public String toString() {
        return value;
    }
}
