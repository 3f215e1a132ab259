package org.ccgledger.command.runningcosts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.Money;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// A group's running costs of one year. What was decided stands in the order of its dates.
///
/// @param spent all that is recorded, for whatever day
record Account(
        List<RunningCostAllowanceSet> allowances,
        List<RunningCostBudgetSet> budgets,
        Money spent,
        List<EnvelopeAffordabilityDemonstrated> demonstrations,
        List<StructureChanged> structures) {

    static final Account OPEN =
            new Account(List.of(), List.of(), Money.NOTHING, List.of(), List.of());

    Account evolve(RunningCostEvent event) {
        return switch (event) {
            case RunningCostAllowanceSet e ->
                    new Account(and(allowances, e), budgets, spent, demonstrations, structures);
            case RunningCostBudgetSet e ->
                    new Account(allowances, and(budgets, e), spent, demonstrations, structures);
            case RunningCostSpendRecorded e -> withSpent(e.ownPart());
            case SharedCostPosted e -> withSpent(e.amount());
            case EnvelopeAffordabilityDemonstrated e ->
                    new Account(allowances, budgets, spent, and(demonstrations, e), structures);
            case StructureChanged e ->
                    new Account(allowances, budgets, spent, demonstrations, and(structures, e));
            case RunningCostPolicySet _,
                    AllowanceOutOfPolicyRange _,
                    RunningCostEnvelopeBreached _,
                    RunningCostMisclassified _ ->
                    this;
        };
    }

    private Account withSpent(Money amount) {
        return new Account(allowances, budgets, spent.plus(amount), demonstrations, structures);
    }

    /// What the group is given, as at a day; nothing before an allowance is set.
    Money envelopeOn(LocalDate day) {
        return lastBy(day, allowances).map(RunningCostAllowanceSet::envelope).orElse(Money.NOTHING);
    }

    boolean hasEnvelopeOn(LocalDate day) {
        return lastBy(day, allowances).isPresent();
    }

    /// What the budget as at a day says of a line.
    Optional<BudgetedLine> lineOn(LocalDate day, CostLine line) {
        return lastBy(day, budgets).stream()
                .flatMap(budget -> budget.lines().stream())
                .filter(budgeted -> budgeted.line().equals(line))
                .findFirst();
    }

    static <E extends CcgEvent> Optional<E> lastBy(LocalDate day, List<E> events) {
        return events.stream()
                .filter(event -> !event.effectiveOn().isAfter(day))
                .reduce((_, later) -> later);
    }

    private static <E> List<E> and(List<E> before, E next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }
}
