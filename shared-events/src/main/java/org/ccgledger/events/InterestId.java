package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A declared interest, by a random id that stands for it in every body and for ever.
@TextPattern(
        value = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        example = "3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18")
public record InterestId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InterestId {}

    @Override
    public String toString() {
        return value;
    }
}
