package org.ccgledger.events.statedfigures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// Figures that sources state, kept beside what the ledger counts.
public sealed interface StatedFigureEvent extends CcgEvent {

    /// `wave` narrows what is counted.
    @EventName(value = "ccg.statedfigures.StatedFigureRecorded", fact = true)
    record StatedFigureRecorded(
            StatedFigureId figure,
            Source source,
            String subject,
            CountedFigure counted,
            @Nullable Integer wave,
            BigDecimal value,
            FigureUnit unit,
            LocalDate asAt,
            LocalDate effectiveOn)
            implements StatedFigureEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case StatedFigureRecorded _ -> Set.of();
        };
    }
}
