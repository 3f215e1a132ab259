package org.ccgledger.query.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.Outcome;
import org.ccgledger.events.performance.PerformanceEvent;
import org.ccgledger.events.performance.PerformanceEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Assessments with their findings, and what is published of them.
@Component
final class PerformanceProjector implements Projector {

    static final String NAME = "performance";

    private static final Timeline ASSESSMENT =
            new Timeline(
                    "performance_assessment",
                    List.of("ccg", "fy"),
                    List.of("rating", "resources numeric", "consulted", "assessed_on"));
    private static final Timeline FINDING =
            new Timeline(
                    "performance_finding",
                    List.of("ccg", "fy", "number"),
                    List.of("duty", "finding", "indicator", "target numeric", "achieved numeric"));
    private static final Timeline PUBLICATION =
            new Timeline(
                    "performance_publication",
                    List.of("ccg", "fy"),
                    List.of("summary", "published_on"));

    private final QueryDatabase database;

    PerformanceProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(PerformanceEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((PerformanceEvent) event) {
            case PerformanceAssessed e -> assessed(e, at);
            case AssessmentPublished e ->
                    PUBLICATION.from(day, at, database, e.ccg(), e.fy(), e.summary().title(), day);
        }
    }

    private void assessed(PerformanceAssessed e, Recorded at) {
        LocalDate day = e.effectiveOn();
        List<BodyRef> consulted = e.consulted().stream().map(BoardView::authority).toList();
        ASSESSMENT.from(
                day, at, database, e.ccg(), e.fy(), e.rating(), e.resources(), consulted, day);
        for (int i = 0; i < e.findings().size(); i++) {
            DutyFinding finding = e.findings().get(i);
            Outcome outcome = finding.outcome();
            FINDING.from(
                    day,
                    at,
                    database,
                    e.ccg(),
                    e.fy(),
                    i + 1,
                    finding.duty(),
                    finding.finding(),
                    outcome == null ? null : outcome.indicator(),
                    outcome == null ? null : outcome.target(),
                    outcome == null ? null : outcome.achieved());
        }
    }

    @Override
    public void reset() {
        List.of(ASSESSMENT, FINDING, PUBLICATION).forEach(timeline -> timeline.clear(database));
    }
}
