package org.ccgledger.query.instruments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.InstrumentEvent;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Instruments, what the Houses did with them, and when they are in force.
@Component
final class InstrumentProjector implements Projector {

    static final String NAME = "instruments";

    private static final List<String> INSTRUMENT = List.of("instrument");
    private static final List<String> HOUSE = List.of("instrument", "house");
    private static final Timeline LAID =
            new Timeline(
                    "instrument",
                    INSTRUMENT,
                    List.of("title", "parent_act", "procedure", "powers", "laid_on"));
    private static final Timeline SCRUTINY =
            new Timeline(
                    "instrument_scrutiny",
                    List.of("instrument", "committee"),
                    List.of("report", "recommends_approval", "reported_on"));
    private static final Timeline DIVISION =
            new Timeline(
                    "instrument_division",
                    HOUSE,
                    List.of("ayes", "noes", "majority", "divided_on"));
    private static final Timeline RESOLUTION =
            new Timeline(
                    "instrument_resolution",
                    HOUSE,
                    List.of("resolution", "without_division", "resolved_on"));
    private static final Timeline MAKING =
            new Timeline(
                    "instrument_making",
                    INSTRUMENT,
                    List.of("si_number", "in_force_on", "made_on"));
    private static final Timeline REVOCATION =
            new Timeline(
                    "instrument_revocation",
                    INSTRUMENT,
                    List.of("revoked_from", "revoked_by", "revoked_on"));

    private final QueryDatabase database;

    InstrumentProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(InstrumentEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((InstrumentEvent) event) {
            case InstrumentLaid e ->
                    LAID.from(
                            day,
                            at,
                            database,
                            e.instrument(),
                            e.title(),
                            e.parentAct(),
                            e.procedure(),
                            e.powers().stream().map(InstrumentProjector::power).toList(),
                            day);
            case ScrutinyReported e ->
                    SCRUTINY.from(
                            day,
                            at,
                            database,
                            e.instrument(),
                            e.committee(),
                            e.report().title(),
                            e.recommendsApproval(),
                            day);
            case DivisionRecorded e ->
                    DIVISION.from(
                            day,
                            at,
                            database,
                            e.instrument(),
                            e.house(),
                            e.ayes(),
                            e.noes(),
                            e.majority(),
                            day);
            case HouseApproved e ->
                    RESOLUTION.from(
                            day,
                            at,
                            database,
                            e.instrument(),
                            e.house(),
                            "APPROVED",
                            e.withoutDivision(),
                            day);
            case HouseRejected e ->
                    RESOLUTION.from(
                            day, at, database, e.instrument(), e.house(), "REJECTED", false, day);
            case InstrumentMade e ->
                    MAKING.from(
                            day, at, database, e.instrument(), e.siNumber(), e.inForceOn(), day);
            case InstrumentRevoked e ->
                    REVOCATION.from(
                            day, at, database, e.instrument(), e.revokedFrom(), e.by(), day);
        }
    }

    private static String power(GivenPower given) {
        return "s." + given.power() + " " + given.manner();
    }

    @Override
    public void reset() {
        List.of(LAID, SCRUTINY, DIVISION, RESOLUTION, MAKING, REVOCATION)
                .forEach(timeline -> timeline.clear(database));
    }
}
