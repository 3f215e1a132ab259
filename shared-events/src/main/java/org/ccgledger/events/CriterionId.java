package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A criterion of authorisation. `SYN-` marks a placeholder whose official text is not known.
@TextPattern(value = "(SYN-)?[1-6](\\.[0-9]{1,2}){1,2}[A-Z]?", example = "3.1.1A")
public record CriterionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CriterionId {}

    @Override
    public String toString() {
        return value;
    }
}
