package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A service that supports a group in commissioning, as a token.
@TextPattern(value = "[a-z][a-z0-9-]{2,59}", example = "contract-management")
public record ServiceLine(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServiceLine {}

    @Override
    public String toString() {
        return value;
    }
}
