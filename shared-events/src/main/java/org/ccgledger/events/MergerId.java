package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A merger of groups.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "newcastle-gateshead")
public record MergerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergerId {}

    @Override
    public String toString() {
        return value;
    }
}
