package org.ccgledger.events.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.Criterion;
import org.jspecify.annotations.Nullable;

/// Reference decisions that applications are held against.
public sealed interface CatalogueEvent extends CcgEvent {

    /// One edition of the criteria; it is never changed, only followed by another.
    @EventName("ccg.catalogue.CriteriaCataloguePublished")
    record CriteriaCataloguePublished(
            CatalogueVersion catalogue, List<Criterion> criteria, LocalDate effectiveOn)
            implements CatalogueEvent {}

    /// A round of applications with its deadline and its edition of the criteria.
    @EventName("ccg.catalogue.WaveOpened")
    record WaveOpened(
            int number,
            LocalDate submissionDeadline,
            YearMonth plannedDecisionMonth,
            CatalogueVersion catalogue,
            @Nullable Integer plannedApplications,
            LocalDate effectiveOn)
            implements CatalogueEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case CriteriaCataloguePublished _ -> Set.of();
            case WaveOpened _ -> Set.of();
        };
    }
}
