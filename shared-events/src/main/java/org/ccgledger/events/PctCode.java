package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The ODS code of a primary care trust, which groups and others came after.
@TextPattern(value = "[0-9A-Z]{3}", example = "5QH")
public record PctCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PctCode {}

    @Override
    public String toString() {
        return value;
    }
}
