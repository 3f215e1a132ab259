package org.ccgledger.query.successions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.SuccessionEvent;
import org.ccgledger.events.successions.SuccessionEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Mergers, the graph of succession, and what became of what was open.
@Component
final class SuccessionProjector implements Projector {

    static final String NAME = "successions";

    private static final List<String> MERGER_KEY = List.of("merger");
    private static final Timeline MERGER =
            new Timeline("merger", MERGER_KEY, List.of("name", "ccgs", "constitution", "permits"));
    private static final Timeline APPLICATION =
            new Timeline("merger_application", List.of("merger", "ccg"), List.of("applied_on"));
    private static final Timeline FACTOR =
            new Timeline("merger_factor", List.of("merger", "ccg", "factor"), List.of("text"));
    private static final Timeline STATUS =
            new Timeline(
                    "merger_status",
                    MERGER_KEY,
                    List.of("status", "since", "takes_effect_on", "reasons", "successor"));
    private static final Timeline SUCCESSION =
            new Timeline(
                    "succession",
                    List.of("predecessor", "successor"),
                    List.of("cause", "effective_on"));
    private static final Timeline SETTLEMENT =
            new Timeline(
                    "settlement",
                    List.of("ccg", "kind", "matter"),
                    List.of("successor", "settled_on"));

    private final QueryDatabase database;

    SuccessionProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(SuccessionEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        switch ((SuccessionEvent) event) {
            case MergerApplied e -> applied(e, at);
            case MergerApproved e ->
                    status(e, at, e.merger(), "APPROVED", e.takesEffectOn(), metadata, null);
            case MergerRefused e -> status(e, at, e.merger(), "REFUSED", null, metadata, null);
            case CCGMerged e -> {
                status(e, at, e.merger(), "COMPLETED", e.effectiveOn(), metadata, e.to());
                ceased(e, at, "MERGED");
            }
            case CCGDissolved e -> ceased(e, at, "DISSOLVED");
            case CCGAbolished e -> ceased(e, at, "ABOLISHED");
        }
    }

    private void applied(MergerApplied e, Recorded at) {
        LocalDate day = e.effectiveOn();
        MergerTerms terms = e.terms();
        MERGER.from(
                day,
                at,
                database,
                e.merger(),
                terms.name(),
                terms.ccgs(),
                terms.constitution().title(),
                terms.permits());
        STATUS.from(day, at, database, e.merger(), "APPLIED", day, null, null, null);
        APPLICATION.from(day, at, database, e.merger(), e.ccg(), day);
        e.factors()
                .forEach(factor ->
                        FACTOR.from(
                                day,
                                at,
                                database,
                                e.merger(),
                                e.ccg(),
                                factor.factor(),
                                factor.text()));
    }

    private void status(
            SuccessionEvent event,
            Recorded at,
            MergerId merger,
            String status,
            @Nullable LocalDate takesEffectOn,
            EventMetadata metadata,
            @Nullable CcgCode successor) {
        LocalDate day = event.effectiveOn();
        STATUS.from(
                day,
                at,
                database,
                merger,
                status,
                day,
                takesEffectOn,
                metadata.reasons(),
                successor);
    }

    private void ceased(CessationEvent event, Recorded at, String cause) {
        LocalDate day = event.effectiveOn();
        for (CcgCode ccg : event.ceased()) {
            for (BodyRef successor : event.successors()) {
                SUCCESSION.from(day, at, database, BodyRef.ccg(ccg), successor, cause, day);
            }
        }
        event.settlements()
                .forEach(line ->
                        SETTLEMENT.from(
                                day,
                                at,
                                database,
                                line.ccg(),
                                line.kind(),
                                line.matter(),
                                line.successor(),
                                day));
    }

    @Override
    public void reset() {
        List.of(MERGER, APPLICATION, FACTOR, STATUS, SUCCESSION, SETTLEMENT)
                .forEach(timeline -> timeline.clear(database));
    }
}
