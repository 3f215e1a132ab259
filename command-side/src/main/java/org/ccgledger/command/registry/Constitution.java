package org.ccgledger.command.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationRefused;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// A group's constitution: its version, counted from 1 at establishment, and what became of every
/// application to vary it.
record Constitution(int version, Map<VariationId, Variation> variations) {

    static final Constitution FIRST = new Constitution(1, Map.of());

    /// Where one application stands.
    sealed interface Variation {

        record Open(ConstitutionVariationApplied application) implements Variation {}

        record Approved(DocRef applied, ConstitutionVaried decision) implements Variation {}

        record Refused() implements Variation {}
    }

    Constitution with(ConstitutionVariationApplied event) {
        return with(version, event.variation(), new Variation.Open(event));
    }

    Constitution with(ConstitutionVaried event) {
        DocRef applied =
                variations.get(event.variation()) instanceof Variation.Open(var application)
                        ? application.document()
                        : event.document();
        return with(event.version(), event.variation(), new Variation.Approved(applied, event));
    }

    Constitution with(ConstitutionVariationRefused event) {
        return with(version, event.variation(), new Variation.Refused());
    }

    /// The application that is before the Board.
    Optional<ConstitutionVariationApplied> open() {
        return variations.values().stream()
                .filter(Variation.Open.class::isInstance)
                .map(variation -> ((Variation.Open) variation).application())
                .findFirst();
    }

    /// The id of the next application; ids are never used again.
    VariationId nextVariation(CcgCode ccg) {
        return new VariationId(ccg + "-V" + (variations.size() + 1));
    }

    private Constitution with(int newVersion, VariationId id, Variation variation) {
        Map<VariationId, Variation> changed = new LinkedHashMap<>(variations);
        changed.put(id, variation);
        return new Constitution(newVersion, Map.copyOf(changed));
    }
}
