package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One body's recorded approval of another body's step.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "board-02N-join-1")
public record ApprovalId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApprovalId {}

    @Override
    public String toString() {
        return value;
    }
}
