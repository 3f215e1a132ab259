package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A meeting of a body that decides, by an id that is never used again.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "thurrock-2013-05-21")
public record MeetingId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingId {}

    @Override
    public String toString() {
        return value;
    }
}
