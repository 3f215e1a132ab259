package org.ccgledger.query.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.concerns.ConcernEvent;
import org.ccgledger.events.concerns.ConcernEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Concerns and what became of them, without pseudonyms.
@Component
final class ConcernProjector implements Projector {

    static final String NAME = "concerns";

    private static final List<String> KEY = List.of("concern");
    private static final Timeline CONCERN =
            new Timeline("concern", KEY, List.of("body", "category", "anonymous", "raised_on"));
    private static final Timeline CLOSURE =
            new Timeline("concern_closure", KEY, List.of("outcome", "closed_on"));

    private final QueryDatabase database;

    ConcernProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(ConcernEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((ConcernEvent) event) {
            case ConcernRaised e ->
                    CONCERN.from(
                            day,
                            at,
                            database,
                            e.concern(),
                            e.body(),
                            e.category(),
                            e.anonymous(),
                            day);
            case ConcernClosed e -> CLOSURE.from(day, at, database, e.concern(), e.outcome(), day);
        }
    }

    @Override
    public void reset() {
        List.of(CONCERN, CLOSURE).forEach(timeline -> timeline.clear(database));
    }
}
