package org.ccgledger.query.delegations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.delegations.DelegationEvent;
import org.ccgledger.events.delegations.DelegationEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Schemes of reservation and delegation.
@Component
final class DelegationProjector implements Projector {

    static final String NAME = "delegations";

    private static final Timeline DELEGATION =
            new Timeline(
                    "function_delegation",
                    List.of("ccg", "delegation"),
                    List.of("function", "committee", "office", "money_limit numeric", "since"));
    private static final Timeline RESERVATION =
            new Timeline(
                    "function_reservation",
                    List.of("ccg", "function"),
                    List.of("reserved_to", "since"));

    private final QueryDatabase database;

    DelegationProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(DelegationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((DelegationEvent) event) {
            case FunctionReserved e ->
                    RESERVATION.from(day, at, database, e.ccg(), e.function(), e.reservedTo(), day);
            case ReservationLifted e ->
                    RESERVATION.endsOn(day, at, database, e.ccg(), e.function());
            case FunctionDelegated e ->
                    DELEGATION.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.delegation(),
                            e.function(),
                            e.to().committee(),
                            e.to().office(),
                            e.limit(),
                            day);
            case DelegationRevoked e ->
                    DELEGATION.endsOn(day, at, database, e.ccg(), e.delegation());
        }
    }

    @Override
    public void reset() {
        List.of(DELEGATION, RESERVATION).forEach(timeline -> timeline.clear(database));
    }
}
