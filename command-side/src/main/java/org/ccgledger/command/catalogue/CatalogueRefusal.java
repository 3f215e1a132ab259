package org.ccgledger.command.catalogue;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CatalogueVersion;

/// Why an edition of the criteria or a wave cannot be laid down.
sealed interface CatalogueRefusal extends Refusal {

    @Rule(
            title = "A published edition of the criteria is never changed",
            cure = "Publish the criteria as another edition.",
            status = 409)
    record CatalogueAlreadyPublished(CatalogueVersion catalogue, LocalDate since)
            implements CatalogueRefusal {}

    @Rule(
            title = "The final edition of 2012 has 119 criteria",
            cure = "Give all of its criteria, or publish them as another edition.")
    record CatalogueSizeMismatch(int criteria, int expected) implements CatalogueRefusal {}

    @Rule(
            title = "A wave is opened once",
            cure = "Use the wave as it was opened, or open one of another number.",
            status = 409)
    record WaveExists(int wave, LocalDate since) implements CatalogueRefusal {}
}
