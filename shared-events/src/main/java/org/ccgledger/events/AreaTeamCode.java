package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The ODS code of a local area team of the Board.
@TextPattern(value = "Q[0-9]{2}", example = "Q52")
public record AreaTeamCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaTeamCode {}

    @Override
    public String toString() {
        return value;
    }
}
