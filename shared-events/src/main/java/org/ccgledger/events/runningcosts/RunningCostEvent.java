package org.ccgledger.events.runningcosts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Source;
import org.ccgledger.events.Tag;
import org.ccgledger.events.registry.PopulationBasis;
import org.jspecify.annotations.Nullable;

/// What groups may spend on running themselves, what they plan to, and what they spend.
public sealed interface RunningCostEvent extends CcgEvent {

    FinancialYear fy();

    /// NHS Act 2006 s.223J(3). `version` counts from 1 within the year.
    ///
    /// @param perHead the most that a group gets for each head; else `range`, within which it lies
    /// @param basis how heads are counted for it
    @EventName("ccg.runningcosts.RunningCostPolicySet")
    record RunningCostPolicySet(
            FinancialYear fy,
            int version,
            @Nullable Money perHead,
            @Nullable PerHeadRange range,
            PopulationBasis basis,
            Source source,
            LocalDate effectiveOn)
            implements RunningCostEvent {

        /// Whether an amount for each head is within the policy.
        public boolean permits(Money amount) {
            return (perHead == null || !amount.isMoreThan(perHead))
                    && (range == null || range.contains(amount));
        }
    }

    /// NHS Act 2006 s.223J. `heads` are those of the population that was recorded as counted on
    /// `basis` as at `headsAsAt`.
    ///
    /// @param envelope in whole pounds
    @EventName("ccg.runningcosts.RunningCostAllowanceSet")
    record RunningCostAllowanceSet(
            CcgCode ccg,
            FinancialYear fy,
            PopulationBasis basis,
            int heads,
            LocalDate headsAsAt,
            Money perHead,
            Money envelope,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// An allowance that the policy of the year does not provide for, and that holds all the same.
    @EventName(value = "ccg.runningcosts.AllowanceOutOfPolicyRange", fact = true)
    record AllowanceOutOfPolicyRange(
            CcgCode ccg, FinancialYear fy, Money perHead, int policyVersion, LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// `version` counts from 1 within the year.
    ///
    /// @param total what the group bears of its own lines
    @EventName("ccg.runningcosts.RunningCostBudgetSet")
    record RunningCostBudgetSet(
            CcgCode ccg,
            FinancialYear fy,
            int version,
            List<BudgetedLine> lines,
            Money total,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// What was spent on a line in a month.
    ///
    /// @param amount the whole cost; negative for a credit
    /// @param ownPart what the group bears of it
    /// @param parts of all groups that share it; empty if it is not shared
    @EventName(value = "ccg.runningcosts.RunningCostSpendRecorded", fact = true)
    record RunningCostSpendRecorded(
            CcgCode ccg,
            FinancialYear fy,
            YearMonth month,
            CostLine line,
            Money amount,
            CostFund bookedTo,
            Money ownPart,
            List<CostPart> parts,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// What a group bears of a cost that another has paid.
    ///
    /// @param host the group that has paid it
    @EventName(value = "ccg.runningcosts.SharedCostPosted", fact = true)
    record SharedCostPosted(
            CcgCode ccg,
            FinancialYear fy,
            CcgCode host,
            YearMonth month,
            CostLine line,
            Money amount,
            CostFund bookedTo,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// More is spent than there is.
    @EventName(value = "ccg.runningcosts.RunningCostEnvelopeBreached", fact = true)
    record RunningCostEnvelopeBreached(
            CcgCode ccg,
            FinancialYear fy,
            Money spent,
            Money envelope,
            Money excess,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    /// Running costs were booked to money for health care.
    @EventName(value = "ccg.runningcosts.RunningCostMisclassified", fact = true)
    record RunningCostMisclassified(
            CcgCode ccg,
            FinancialYear fy,
            YearMonth month,
            CostLine line,
            Money amount,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    @EventName("ccg.runningcosts.EnvelopeAffordabilityDemonstrated")
    record EnvelopeAffordabilityDemonstrated(
            CcgCode ccg,
            FinancialYear fy,
            DocRef structure,
            Money projectedCost,
            Money envelope,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    @EventName("ccg.runningcosts.StructureChanged")
    record StructureChanged(
            CcgCode ccg,
            FinancialYear fy,
            DocRef structure,
            String description,
            List<CcgCode> sharedWith,
            LocalDate effectiveOn)
            implements RunningCostEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case RunningCostPolicySet _ -> Set.of();
            case RunningCostAllowanceSet e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.runningCosts(e.ccg(), e.fy()));
            case AllowanceOutOfPolicyRange e -> Set.of(Tag.ccg(e.ccg()));
            case RunningCostBudgetSet e -> ofAllThatBear(e);
            case RunningCostSpendRecorded e -> Set.of(Tag.ccg(e.ccg()));
            case SharedCostPosted e -> Set.of(Tag.ccg(e.ccg()));
            case RunningCostEnvelopeBreached e -> Set.of(Tag.ccg(e.ccg()));
            case RunningCostMisclassified e -> Set.of(Tag.ccg(e.ccg()));
            case EnvelopeAffordabilityDemonstrated e -> Set.of(Tag.ccg(e.ccg()));
            case StructureChanged e -> Set.of(Tag.ccg(e.ccg()));
        };
    }

    private static Set<Tag> ofAllThatBear(RunningCostBudgetSet budget) {
        return Stream.concat(
                        Stream.of(budget.ccg()),
                        budget.lines().stream()
                                .flatMap(line -> line.parts().stream())
                                .map(CostPart::ccg))
                .flatMap(ccg -> Stream.of(Tag.ccg(ccg), Tag.runningCosts(ccg, budget.fy())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
