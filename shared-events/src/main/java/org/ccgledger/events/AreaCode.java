package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One part of England's area, as a token. Areas overlap when they share a token.
@TextPattern(value = "[A-Z][0-9A-Z]{2,11}", example = "E38000001")
public record AreaCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaCode {}

    @Override
    public String toString() {
        return value;
    }
}
