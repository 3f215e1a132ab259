package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A complaint about a procurement.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "07G-urgent-care-complaint-1")
public record ComplaintId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComplaintId {}

    @Override
    public String toString() {
        return value;
    }
}
