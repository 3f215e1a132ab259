package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A reason of law for which a person's data has to be kept, such as a claim or an inquiry.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "claim-2016-041")
public record LegalHoldId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LegalHoldId {}

    @Override
    public String toString() {
        return value;
    }
}
