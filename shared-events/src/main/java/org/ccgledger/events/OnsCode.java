package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The code that the Office for National Statistics gives a clinical commissioning group.
@TextPattern(value = "E38[0-9]{6}", example = "E38000001")
public record OnsCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OnsCode {}

    @Override
    public String toString() {
        return value;
    }
}
