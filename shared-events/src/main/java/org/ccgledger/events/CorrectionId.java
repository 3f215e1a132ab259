package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A correction of an entry of the ledger.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "02N-correction-1")
public record CorrectionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CorrectionId {}

    @Override
    public String toString() {
        return value;
    }
}
