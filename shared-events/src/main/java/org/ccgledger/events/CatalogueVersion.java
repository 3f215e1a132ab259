package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of one published edition of the criteria of authorisation.
@TextPattern(value = "[a-z0-9][a-z0-9-]{2,39}", example = "final-2012")
public record CatalogueVersion(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CatalogueVersion {}

    @Override
    public String toString() {
        return value;
    }
}
