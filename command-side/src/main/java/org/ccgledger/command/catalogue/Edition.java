package org.ccgledger.command.catalogue;

import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;

/// What was laid down under one name or number; it is laid down once.
sealed interface Edition {

    record None() implements Edition {}

    record Published(CriteriaCataloguePublished catalogue) implements Edition {}

    record Opened(WaveOpened wave) implements Edition {}

    default Edition evolve(CatalogueEvent event) {
        return switch (event) {
            case CriteriaCataloguePublished catalogue -> new Published(catalogue);
            case WaveOpened wave -> new Opened(wave);
        };
    }
}
