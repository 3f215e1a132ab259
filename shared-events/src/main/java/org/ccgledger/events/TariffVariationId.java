package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A local variation or modification of the national tariff, from its proposal on.
@TextPattern(value = "[A-Za-z0-9][A-Za-z0-9-]{2,63}", example = "07G-urgent-care-price")
public record TariffVariationId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TariffVariationId {}

    @Override
    public String toString() {
        return value;
    }
}
