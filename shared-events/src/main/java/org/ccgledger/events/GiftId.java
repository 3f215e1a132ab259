package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A declared gift or hospitality, by a random id.
@TextPattern(
        value = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        example = "8b2f4d61-3e7a-4c95-a0d8-5f16c9b7e302")
public record GiftId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GiftId {}

    @Override
    public String toString() {
        return value;
    }
}
