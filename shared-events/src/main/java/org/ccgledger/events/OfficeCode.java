package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A post of a group, whoever holds it.
@TextPattern(value = "[a-z][a-z0-9-]{1,59}", example = "chief-finance-officer")
public record OfficeCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfficeCode {}

    @Override
    public String toString() {
        return value;
    }
}
