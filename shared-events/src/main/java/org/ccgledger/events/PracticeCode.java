package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The ODS code of a practice's contract; a provider with several contracts has several.
@TextPattern(value = "[A-Z][0-9]{5}", example = "A81001")
public record PracticeCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PracticeCode {}

    @Override
    public String toString() {
        return value;
    }
}
