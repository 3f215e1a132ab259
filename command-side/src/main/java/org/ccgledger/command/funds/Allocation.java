package org.ccgledger.command.funds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;
import org.ccgledger.events.funds.FundEvent;
import org.ccgledger.events.funds.FundEvent.*;
import org.jspecify.annotations.Nullable;

/// What a group has for a year, and what of it is spoken for.
///
/// @param first what was allotted; absent before
/// @param changes what was allotted and added since, in the order of their days
/// @param commitments whatever day they count from, released ones among them
record Allocation(
        @Nullable FundsAllotted first,
        List<Change> changes,
        List<FinancialLimitSet> limits,
        Map<CommitmentId, Commitment> commitments) {

    static final Allocation NONE = new Allocation(null, List.of(), List.of(), Map.of());

    /// An amount that is added from a day on.
    record Change(Money amount, LocalDate from) {}

    record Commitment(String subject, Money amount, boolean isReleased) {}

    Allocation evolve(FundEvent event) {
        return switch (event) {
            case FundsAllotted e ->
                    new Allocation(
                            e, with(new Change(e.amount(), e.effectiveOn())), limits, commitments);
            case AllocationAdjusted e ->
                    new Allocation(
                            first,
                            with(new Change(e.change(), e.effectiveOn())),
                            limits,
                            commitments);
            case FinancialLimitSet e -> {
                List<FinancialLimitSet> all = new ArrayList<>(limits);
                all.add(e);
                yield new Allocation(first, changes, List.copyOf(all), commitments);
            }
            case FundsCommitted e ->
                    with(e.commitment(), new Commitment(e.subject(), e.amount(), false));
            case CommitmentRecorded e ->
                    with(e.commitment(), new Commitment(e.subject(), e.amount(), false));
            case CommitmentReleased e -> {
                Commitment released = commitments.get(e.commitment());
                yield released == null
                        ? this
                        : with(
                                e.commitment(),
                                new Commitment(released.subject(), released.amount(), true));
            }
            case AllocationOvercommitted _ -> this;
        };
    }

    private List<Change> with(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return List.copyOf(all);
    }

    private Allocation with(CommitmentId id, Commitment commitment) {
        Map<CommitmentId, Commitment> all = new LinkedHashMap<>(commitments);
        all.put(id, commitment);
        return new Allocation(first, changes, limits, Map.copyOf(all));
    }

    /// What the group is allotted, as at a day.
    Money allottedOn(LocalDate day) {
        return changes.stream()
                .filter(change -> !change.from().isAfter(day))
                .map(Change::amount)
                .reduce(Money.NOTHING, Money::plus);
    }

    Money committed() {
        return commitments.values().stream()
                .filter(commitment -> !commitment.isReleased())
                .map(Commitment::amount)
                .reduce(Money.NOTHING, Money::plus);
    }

    Optional<FinancialLimitSet> limitOn(LocalDate day, Role role) {
        return limits.stream()
                .filter(limit -> limit.role() == role && !limit.effectiveOn().isAfter(day))
                .reduce((_, later) -> later);
    }
}
