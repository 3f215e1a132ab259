package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The year and number of a statutory instrument.
@TextPattern(value = "[0-9]{4}/[0-9]{1,5}", example = "2014/2436")
public record SiNumber(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiNumber {}

    @Override
    public String toString() {
        return value;
    }
}
