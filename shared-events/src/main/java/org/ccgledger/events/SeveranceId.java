package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An agreement on somebody's leaving, from its first draft on; its id names nobody.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "severance-2013-17")
public record SeveranceId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeveranceId {}

    @Override
    public String toString() {
        return value;
    }
}
