package org.ccgledger.query.tariffs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.tariffs.TariffEvent;
import org.ccgledger.events.tariffs.TariffEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Local changes of the tariff, with agreement, approval and publication.
@Component
final class TariffProjector implements Projector {

    static final String NAME = "tariffs";

    private static final List<String> KEY = List.of("variation");
    private static final Timeline PROPOSAL =
            new Timeline(
                    "tariff_variation",
                    KEY,
                    List.of(
                            "ccg",
                            "provider",
                            "service",
                            "kind",
                            "change",
                            "purpose",
                            "reasons",
                            "starts_on",
                            "ends_on",
                            "proposed_on"));
    private static final Timeline AGREEMENT =
            new Timeline("tariff_agreement", KEY, List.of("agreed_on"));
    private static final Timeline APPROVAL =
            new Timeline("tariff_approval", KEY, List.of("approved", "decided_on"));
    private static final Timeline PUBLICATION =
            new Timeline(
                    "tariff_publication",
                    KEY,
                    List.of("statement", "uri", "submitted_on", "published_on"));
    private static final Timeline OVERDUE = new Timeline("tariff_overdue", KEY, List.of("due_on"));

    private final QueryDatabase database;

    TariffProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(TariffEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((TariffEvent) event) {
            case TariffVariationProposed e ->
                    PROPOSAL.from(
                            day,
                            at,
                            database,
                            e.variation(),
                            e.ccg(),
                            e.provider(),
                            e.service(),
                            e.kind(),
                            e.change(),
                            e.purpose(),
                            metadata.reasons(),
                            e.period().from(),
                            e.period().until(),
                            day);
            case TariffVariationAgreed e -> AGREEMENT.from(day, at, database, e.variation(), day);
            case TariffModificationApproved e ->
                    APPROVAL.from(day, at, database, e.variation(), true, day);
            case TariffModificationRefused e ->
                    APPROVAL.from(day, at, database, e.variation(), false, day);
            case TariffVariationPublished e ->
                    PUBLICATION.from(
                            day,
                            at,
                            database,
                            e.variation(),
                            e.statement().title(),
                            e.statement().uri(),
                            e.submittedOn(),
                            day);
            case VariationPublicationOverdue e ->
                    OVERDUE.from(day, at, database, e.variation(), e.dueOn());
        }
    }

    @Override
    public void reset() {
        List.of(PROPOSAL, AGREEMENT, APPROVAL, PUBLICATION, OVERDUE)
                .forEach(timeline -> timeline.clear(database));
    }
}
