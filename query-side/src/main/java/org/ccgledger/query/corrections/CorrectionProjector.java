package org.ccgledger.query.corrections;

import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.corrections.CorrectionEvent;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// What is known better of what the ledger holds.
@Component
final class CorrectionProjector implements Projector {

    static final String NAME = "corrections";

    private static final Timeline CORRECTION =
            new Timeline(
                    "record_correction",
                    List.of("correction"),
                    List.of(
                            "ccg",
                            "stream",
                            "version",
                            "field",
                            "wrong_value",
                            "right_value",
                            "reasons",
                            "citation",
                            "corrected_on"));

    private final QueryDatabase database;

    CorrectionProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(CorrectionEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        switch ((CorrectionEvent) event) {
            case RecordCorrected e ->
                    CORRECTION.from(
                            e.effectiveOn(),
                            at,
                            database,
                            e.correction(),
                            e.ccg(),
                            e.entry().stream(),
                            e.entry().version(),
                            e.field(),
                            e.wrong(),
                            e.right(),
                            metadata.reasons(),
                            metadata.source() == null ? null : metadata.source().citation(),
                            e.effectiveOn());
        }
    }

    @Override
    public void reset() {
        CORRECTION.clear(database);
    }
}
