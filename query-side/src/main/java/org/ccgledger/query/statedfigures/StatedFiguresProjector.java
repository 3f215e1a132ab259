package org.ccgledger.query.statedfigures;

import java.time.ZoneOffset;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.audit.AuditRow;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.springframework.stereotype.Component;

/// A row each time that a figure is recorded.
@Component
final class StatedFiguresProjector implements Projector {

    static final String NAME = "stated-figures";

    private final QueryDatabase database;

    StatedFiguresProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(StatedFigureEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        switch ((StatedFigureEvent) event) {
            case StatedFigureRecorded e -> recorded(e, at);
        }
    }

    private void recorded(StatedFigureRecorded e, Recorded at) {
        AuditRow.at(at)
                .with("event_id", at.eventId())
                .with("figure", e.figure().value())
                .with("recorded_at", at.recordedAt().atOffset(ZoneOffset.UTC))
                .with("effective_on", e.effectiveOn())
                .with("standing", e.source().standing().name())
                .with("citation", e.source().citation())
                .with("url", e.source().url())
                .with("subject", e.subject())
                .with("counted", e.counted().name())
                .with("wave", e.wave())
                .with("value", e.value())
                .with("unit", e.unit().name())
                .with("as_at", e.asAt())
                .insertInto("stated_figure", database);
    }

    @Override
    public void reset() {
        database.sql().sql("truncate projection.stated_figure").update();
    }
}
