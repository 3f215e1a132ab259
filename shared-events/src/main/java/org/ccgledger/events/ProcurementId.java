package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A procurement, from the need that was identified on.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "07G-urgent-care")
public record ProcurementId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProcurementId {}

    @Override
    public String toString() {
        return value;
    }
}
