package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.funds.FundEvent.AllocationAdjusted;
import org.ccgledger.events.funds.FundEvent.FinancialLimitSet;
import org.ccgledger.events.funds.FundEvent.FundsAllotted;

/// What groups are allotted.
public final class Allocations {

    private Allocations() {}

    /// NHS Act 2006 s.223G: what the group has for the year, as at a day.
    public static Optional<Money> allotted(
            CcgCode ccg, FinancialYear fy, LocalDate on, Reads reads) {
        return reads.stream(StreamName.allocation(ccg, fy)).stream()
                .filter(event -> !event.effectiveOn().isAfter(on))
                .flatMap(event -> after(event).stream())
                .reduce((_, later) -> later);
    }

    /// NHS Act 2006 s.14L(2): how much somebody in that role may commit at once, as at a day.
    public static Optional<Money> limit(
            CcgCode ccg, FinancialYear fy, Role role, LocalDate on, Reads reads) {
        return reads.stream(StreamName.allocation(ccg, fy)).stream()
                .filter(event -> !event.effectiveOn().isAfter(on))
                .filter(FinancialLimitSet.class::isInstance)
                .map(FinancialLimitSet.class::cast)
                .filter(set -> set.role() == role)
                .map(FinancialLimitSet::limit)
                .reduce((_, later) -> later);
    }

    private static Optional<Money> after(CcgEvent event) {
        return switch (event) {
            case FundsAllotted e -> Optional.of(e.amount());
            case AllocationAdjusted e -> Optional.of(e.allotted());
            case CcgEvent _ -> Optional.empty();
        };
    }
}
