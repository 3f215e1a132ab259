package org.ccgledger.query.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.conduct.ConductEvent;
import org.ccgledger.events.conduct.ConductEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Gifts, and what is published of breaches. Who is concerned by a breach is not kept here.
@Component
final class ConductProjector implements Projector {

    static final String NAME = "conduct";

    private static final Timeline GIFT =
            new Timeline(
                    "gift",
                    List.of("gift"),
                    List.of(
                            "ccg",
                            "person",
                            "declarant",
                            "kind",
                            "offeror",
                            "value numeric",
                            "offered_on",
                            "received_on",
                            "accepted",
                            "approver",
                            "declared_on"));
    private static final Timeline REPORT =
            new Timeline("breach_report", List.of("breach"), List.of("reported_on"));
    private static final Timeline PUBLICATION =
            new Timeline(
                    "breach_publication",
                    List.of("breach"),
                    List.of("ccg", "summary", "published_on"));

    private final QueryDatabase database;

    ConductProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(ConductEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((ConductEvent) event) {
            case GiftDeclared e ->
                    GIFT.from(
                            day,
                            at,
                            database,
                            e.gift(),
                            e.ccg(),
                            e.person(),
                            e.declarant(),
                            e.kind(),
                            e.offeror(),
                            e.value(),
                            e.offeredOn(),
                            e.receivedOn(),
                            e.accepted(),
                            e.approver(),
                            day);
            case BreachReported e -> REPORT.from(day, at, database, e.breach(), day);
            case BreachPublished e ->
                    PUBLICATION.from(day, at, database, e.breach(), e.ccg(), e.summary(), day);
            case BreachClosed _, TrainingRecorded _ -> {}
        }
    }

    @Override
    public void reset() {
        List.of(GIFT, REPORT, PUBLICATION).forEach(timeline -> timeline.clear(database));
    }
}
