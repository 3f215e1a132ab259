package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A post with an employer, whoever holds it; its id names nobody.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "5QH-post-17")
public record PostId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostId {}

    @Override
    public String toString() {
        return value;
    }
}
