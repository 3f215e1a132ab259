package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The ODS code of a clinical commissioning group. The first 211 are `[019][0-9][A-Z]`; later ones
/// vary in length.
@TextPattern(value = "[A-Z0-9]{3,6}", example = "02N")
public record CcgCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CcgCode {}

    @Override
    public String toString() {
        return value;
    }
}
