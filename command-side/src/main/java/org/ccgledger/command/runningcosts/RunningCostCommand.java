package org.ccgledger.command.runningcosts;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_FINANCE_OFFICER;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.runningcosts.CostFund;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a group's account of running costs, in the order of a year.
public sealed interface RunningCostCommand extends Command {

    CcgCode ccg();

    FinancialYear fy();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.223J. The envelope is what each head gives, times the heads that were
    /// recorded.
    ///
    /// @param basis which of the group's recorded populations counts
    /// @param headsAsAt the day at which it was counted; the latest if absent
    @SentBy(BOARD_OFFICER)
    record SetRunningCostAllowance(
            CcgCode ccg,
            FinancialYear fy,
            PopulationBasis basis,
            @Nullable LocalDate headsAsAt,
            Money perHead)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return notNegative(perHead, "/perHead");
        }
    }

    /// The group plans what to spend. Replaces the budget that it had for the year.
    @SentBy(CCG_FINANCE_OFFICER)
    record SetRunningCostBudget(CcgCode ccg, FinancialYear fy, List<BudgetLine> lines)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (lines.isEmpty()) {
                errors.add(new FieldError("/lines", "has a line"));
            }
            Set<CostLine> seen = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                errors.addAll(notNegative(lines.get(i).amount(), "/lines/" + i + "/amount"));
                if (!seen.add(lines.get(i).line())) {
                    errors.add(new FieldError("/lines/" + i + "/line", "stands in one line"));
                }
            }
            return errors;
        }
    }

    /// What was spent in a month of the year, within the envelope or not. A line that the budget
    /// shares is borne by all who share it.
    ///
    /// @param amount the whole cost; negative for a credit
    @SentBy(CCG_FINANCE_OFFICER)
    record RecordRunningCostSpend(
            CcgCode ccg,
            FinancialYear fy,
            YearMonth month,
            CostLine line,
            Money amount,
            CostFund bookedTo)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return withinYear(fy, month);
        }
    }

    /// Sent by the system to each group that bears a part of what another has spent.
    ///
    /// @param host the group that has spent it
    /// @param amount the part
    @SentBy(SYSTEM)
    record PostSharedCost(
            CcgCode ccg,
            FinancialYear fy,
            CcgCode host,
            YearMonth month,
            CostLine line,
            Money amount,
            CostFund bookedTo)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return withinYear(fy, month);
        }
    }

    /// The group shows that a structure fits its envelope.
    @SentBy(CCG_FINANCE_OFFICER)
    record DemonstrateAffordability(
            CcgCode ccg, FinancialYear fy, DocRef structure, Money projectedCost)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return notNegative(projectedCost, "/projectedCost");
        }
    }

    /// The group gives itself the structure of which it has shown that it can pay for it.
    ///
    /// @param fy in which it changes
    /// @param description official text, which names offices and no persons
    /// @param sharedWith groups with which it shares teams or officers
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record ChangeStructure(
            CcgCode ccg,
            FinancialYear fy,
            DocRef structure,
            String description,
            List<CcgCode> sharedWith)
            implements RunningCostCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return sharedWith.contains(ccg)
                    ? List.of(new FieldError("/sharedWith", "are other groups"))
                    : List.of();
        }
    }

    private static List<FieldError> notNegative(Money amount, String pointer) {
        return amount.isNegative()
                ? List.of(new FieldError(pointer, "is not negative"))
                : List.of();
    }

    private static List<FieldError> withinYear(FinancialYear fy, YearMonth month) {
        return fy.contains(month)
                ? List.of()
                : List.of(new FieldError("/month", "is a month of " + fy));
    }
}
