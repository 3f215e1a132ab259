package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A commissioning function, as a token of the flat catalogue of functions.
@TextPattern(value = "[a-z][a-z0-9-]{2,59}", example = "acute-commissioning")
public record FunctionCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FunctionCode {}

    @Override
    public String toString() {
        return value;
    }
}
