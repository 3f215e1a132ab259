package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The ODS code of a strategic health authority, which watched over primary care trusts.
@TextPattern(value = "Q[0-9]{2}", example = "Q35")
public record ShaCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShaCode {}

    @Override
    public String toString() {
        return value;
    }
}
