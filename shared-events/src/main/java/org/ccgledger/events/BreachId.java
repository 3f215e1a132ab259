package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A breach of the rules on conflicts of interest, by a random id.
@TextPattern(
        value = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        example = "f3a96c08-d215-4b7e-9c4f-20e8b1d7a653")
public record BreachId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BreachId {}

    @Override
    public String toString() {
        return value;
    }
}
