package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A line of a budget, such as a post or a service, as a token.
@TextPattern(value = "[a-z][a-z0-9-]{2,59}", example = "finance-team")
public record CostLine(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CostLine {}

    @Override
    public String toString() {
        return value;
    }
}
