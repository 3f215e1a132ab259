package org.ccgledger.command.runningcosts;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.DEPARTMENT_OF_HEALTH;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Source;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.runningcosts.PerHeadRange;
import org.jspecify.annotations.Nullable;

/// What can be asked for about the policy on running costs.
public sealed interface RunningCostPolicyCommand extends Command {

    FinancialYear fy();

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// How much groups may be given for each head in a year, as a source says it. What is set later
    /// takes the place of what was set before.
    ///
    /// @param perHead the most for each head; else `range`
    /// @param basis how heads are counted for it
    @SentBy({BOARD_OFFICER, DEPARTMENT_OF_HEALTH})
    record SetRunningCostPolicy(
            FinancialYear fy,
            @Nullable Money perHead,
            @Nullable PerHeadRange range,
            PopulationBasis basis,
            Source source)
            implements RunningCostPolicyCommand {
        @Override
        public List<FieldError> fieldErrors() {
            if ((perHead == null) == (range == null)) {
                return List.of(new FieldError("/perHead", "is given, or else a range"));
            }
            if (range != null && range.from().isMoreThan(range.to())) {
                return List.of(new FieldError("/range/to", "is not less than from"));
            }
            return List.of();
        }
    }
}
