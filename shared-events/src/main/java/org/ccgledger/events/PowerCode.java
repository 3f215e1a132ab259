package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A power of the NHS Act 2006 by its section, without the letter s.
@TextPattern(value = "[0-9]{1,3}[A-Z]{0,3}[0-9]{0,3}", example = "14Z3")
public record PowerCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PowerCode {}

    @Override
    public String toString() {
        return value;
    }
}
