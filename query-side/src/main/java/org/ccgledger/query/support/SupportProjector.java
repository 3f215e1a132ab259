package org.ccgledger.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Arrangements for commissioning support, their ends, and the back stop.
@Component
final class SupportProjector implements Projector {

    static final String NAME = "support";

    private static final String ENGLAND = "ENGLAND";

    private static final Timeline BACKSTOP =
            new Timeline(
                    "backstop_period",
                    List.of("country"),
                    List.of("starts_on", "ends_on", "standing", "citation", "url"));
    private static final Timeline ARRANGEMENT =
            new Timeline(
                    "support_arrangement",
                    List.of("support"),
                    List.of(
                            "ccg",
                            "service",
                            "provider_kind",
                            "provider",
                            "starts_on",
                            "ends_on",
                            "cost numeric",
                            "chosen_on"));
    private static final Timeline END =
            new Timeline("support_end", List.of("support"), List.of("ends_on", "successor"));
    private static final Timeline RISK =
            new Timeline("support_risk", List.of("support"), List.of("seen_on"));

    private final QueryDatabase database;

    SupportProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(SupportEvent.class, CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof SupportEvent support) {
            on(support, at);
        } else if (event instanceof CessationEvent cessation) {
            lapse(cessation, at);
        }
    }

    /// Arrangements end with the group that chose them.
    private void lapse(CessationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        event.settlementsOf(MatterKind.SUPPORT)
                .forEach(
                        line -> END.from(day, at, database, line.matter(), day.minusDays(1), null));
    }

    private void on(SupportEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case BackstopPeriodSet e ->
                    BACKSTOP.from(
                            day,
                            at,
                            database,
                            ENGLAND,
                            e.from(),
                            e.until(),
                            e.source().standing(),
                            e.source().citation(),
                            e.source().url());
            case CommissioningSupportChosen e ->
                    ARRANGEMENT.from(
                            day,
                            at,
                            database,
                            e.support(),
                            e.ccg(),
                            e.service(),
                            e.providerKind(),
                            e.provider(),
                            e.period().from(),
                            e.period().until(),
                            e.cost(),
                            day);
            case CommissioningSupportEnded e ->
                    END.from(day, at, database, e.support(), e.endsOn(), e.successor());
            case BackstopSuccessionRisk e -> RISK.from(day, at, database, e.support(), day);
        }
    }

    @Override
    public void reset() {
        List.of(BACKSTOP, ARRANGEMENT, END, RISK).forEach(timeline -> timeline.clear(database));
    }
}
