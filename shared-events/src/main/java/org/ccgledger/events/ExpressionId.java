package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An expression of interest in co-commissioning, of one group or of several.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "south-west-london-2014")
public record ExpressionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExpressionId {}

    @Override
    public String toString() {
        return value;
    }
}
