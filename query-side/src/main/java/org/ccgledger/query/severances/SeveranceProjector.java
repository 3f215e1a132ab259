package org.ccgledger.query.severances;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.severances.SeveranceEvent;
import org.ccgledger.events.severances.SeveranceEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Where agreements on leaving stand. Who leaves, and what is paid, is not kept here.
@Component
final class SeveranceProjector implements Projector {

    static final String NAME = "severances";

    private static final List<String> KEY = List.of("severance");
    private static final Timeline STATUS =
            new Timeline("severance", KEY, List.of("employer", "status", "since"));
    private static final Timeline SUBMISSION =
            new Timeline("severance_submission", KEY, List.of("submitted_on"));
    private static final Timeline RETURN =
            new Timeline("severance_return", List.of("severance", "cause"), List.of("returned_on"));
    private static final Timeline APPROVAL =
            new Timeline(
                    "severance_approval",
                    List.of("severance", "approved_by"),
                    List.of("approved_on"));

    private final QueryDatabase database;

    SeveranceProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(SeveranceEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        SeveranceEvent severance = (SeveranceEvent) event;
        STATUS.from(
                day,
                at,
                database,
                severance.severance(),
                severance.employer(),
                status(severance),
                day);
        switch (severance) {
            case SeveranceSubmitted e -> SUBMISSION.from(day, at, database, e.severance(), day);
            case SeveranceReturned e ->
                    RETURN.from(day, at, database, e.severance(), e.cause(), day);
            case SeveranceApprovedByDH e ->
                    APPROVAL.from(day, at, database, e.severance(), "DEPARTMENT", day);
            case SeveranceApprovedByTreasury e ->
                    APPROVAL.from(day, at, database, e.severance(), "TREASURY", day);
            case SeveranceDrafted _, SeveranceRefused _, SeveranceSigned _ -> {}
        }
    }

    private static String status(SeveranceEvent event) {
        return switch (event) {
            case SeveranceDrafted _ -> "DRAFT";
            case SeveranceSubmitted _ -> "SUBMITTED";
            case SeveranceReturned _ -> "RETURNED";
            case SeveranceApprovedByDH _ -> "APPROVED_DH";
            case SeveranceApprovedByTreasury _ -> "APPROVED_HMT";
            case SeveranceRefused _ -> "REFUSED";
            case SeveranceSigned _ -> "SIGNED";
        };
    }

    @Override
    public void reset() {
        List.of(STATUS, SUBMISSION, RETURN, APPROVAL).forEach(timeline -> timeline.clear(database));
    }
}
