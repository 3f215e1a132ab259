package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A commitment of a group's funds.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "02N-acute-2013")
public record CommitmentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommitmentId {}

    @Override
    public String toString() {
        return value;
    }
}
