package org.ccgledger.query.funds;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.funds.FundEvent;
import org.ccgledger.events.funds.FundEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Allocations, the commitments against them, and who may commit how much.
@Component
final class FundProjector implements Projector {

    static final String NAME = "funds";

    private static final Timeline FIRST =
            new Timeline("allocation_first", List.of("ccg", "fy"), List.of("amount numeric"));
    private static final Timeline ALLOCATION =
            new Timeline("allocation", List.of("ccg", "fy"), List.of("allotted numeric"));
    private static final Timeline COMMITMENT =
            new Timeline(
                    "commitment",
                    List.of("ccg", "fy", "commitment"),
                    List.of("subject", "amount numeric", "decided", "committed_on"));
    private static final Timeline LIMIT =
            new Timeline("financial_limit", List.of("ccg", "fy", "role"), List.of("most numeric"));

    private final QueryDatabase database;

    FundProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(FundEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((FundEvent) event) {
            case FundsAllotted e -> {
                FIRST.from(day, at, database, e.ccg(), e.fy(), e.amount());
                ALLOCATION.from(day, at, database, e.ccg(), e.fy(), e.amount());
            }
            case AllocationAdjusted e ->
                    ALLOCATION.from(day, at, database, e.ccg(), e.fy(), e.allotted());
            case FinancialLimitSet e ->
                    LIMIT.from(day, at, database, e.ccg(), e.fy(), e.role(), e.limit());
            case FundsCommitted e ->
                    COMMITMENT.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.fy(),
                            e.commitment(),
                            e.subject(),
                            e.amount(),
                            true,
                            day);
            case CommitmentRecorded e ->
                    COMMITMENT.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.fy(),
                            e.commitment(),
                            e.subject(),
                            e.amount(),
                            false,
                            day);
            case CommitmentReleased e ->
                    COMMITMENT.endsOn(day, at, database, e.ccg(), e.fy(), e.commitment());
            case AllocationOvercommitted _ -> {}
        }
    }

    @Override
    public void reset() {
        List.of(FIRST, ALLOCATION, COMMITMENT, LIMIT).forEach(timeline -> timeline.clear(database));
    }
}
