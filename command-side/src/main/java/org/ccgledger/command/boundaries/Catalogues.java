package org.ccgledger.command.boundaries;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;

/// The criteria that applications are held against, and the waves in which they come.
public final class Catalogues {

    private Catalogues() {}

    /// The criteria of an edition; none if it was not published.
    public static Set<CriterionId> criteria(CatalogueVersion catalogue, Reads reads) {
        return reads.stream(StreamName.catalogue(catalogue)).stream()
                .filter(CriteriaCataloguePublished.class::isInstance)
                .map(CriteriaCataloguePublished.class::cast)
                .flatMap(published -> published.criteria().stream())
                .map(Criterion::criterion)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The wave of that number, if it was opened.
    public static Optional<WaveOpened> wave(int number, Reads reads) {
        return reads.stream(StreamName.wave(number)).stream()
                .filter(WaveOpened.class::isInstance)
                .map(WaveOpened.class::cast)
                .findFirst();
    }
}
