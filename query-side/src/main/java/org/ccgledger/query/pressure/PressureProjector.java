package org.ccgledger.query.pressure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.pressure.PressureEvent;
import org.ccgledger.events.pressure.PressureEvent.PressureReported;
import org.ccgledger.events.pressure.PressureEvent.PressureResolved;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Pressure on groups, and what they did about it.
@Component
final class PressureProjector implements Projector {

    static final String NAME = "pressure";

    private static final List<String> KEY = List.of("pressure");
    private static final Timeline REPORT =
            new Timeline(
                    "pressure_report",
                    KEY,
                    List.of(
                            "ccg",
                            "pressed_by",
                            "joint_committee",
                            "subject",
                            "narrative",
                            "reported_on"));
    private static final Timeline RESOLUTION =
            new Timeline("pressure_resolution", KEY, List.of("decision", "reasons", "resolved_on"));

    private final QueryDatabase database;

    PressureProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(PressureEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((PressureEvent) event) {
            case PressureReported e ->
                    REPORT.from(
                            day,
                            at,
                            database,
                            e.pressure(),
                            e.ccg(),
                            e.from(),
                            e.jointCommittee(),
                            e.subject(),
                            e.narrative(),
                            day);
            case PressureResolved e ->
                    RESOLUTION.from(
                            day, at, database, e.pressure(), e.decision(), metadata.reasons(), day);
        }
    }

    @Override
    public void reset() {
        List.of(REPORT, RESOLUTION).forEach(timeline -> timeline.clear(database));
    }
}
