package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A concern that somebody has raised; its id names nobody.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "concern-2013-5")
public record ConcernId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConcernId {}

    @Override
    public String toString() {
        return value;
    }
}
