package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A person's appointment to a committee; numbered within it, and never used again.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}-M[0-9]{1,5}", example = "02N-audit-M1")
public record CommitteeAppointmentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommitteeAppointmentId {}

    @Override
    public String toString() {
        return value;
    }
}
