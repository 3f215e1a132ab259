package org.ccgledger.command.runningcosts;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.runningcosts.RunningCostCommand.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.runningcosts.RunningCostEvent;

/// Decides on running costs. The boundary is one group's account of one year.
public final class RunningCostDecider {

    /// The decisions on running costs.
    public static final Decider<RunningCostCommand, ?> DECIDER =
            Decider.of(
                            RunningCostCommand.class,
                            command -> StreamName.runningCosts(command.ccg(), command.fy()))
                    .<Account, RunningCostEvent>state(
                            Account.OPEN, RunningCostEvent.class, Account::evolve)
                    .deciding(RunningCostDecider::decide);

    private RunningCostDecider() {}

    private static Decision decide(RunningCostCommand command, Account account, Context context) {
        return switch (command) {
            case SetRunningCostAllowance set -> Allowances.set(set, account, context);
            case SetRunningCostBudget set -> Budgets.set(set, account, context);
            case RecordRunningCostSpend spend -> Spending.record(spend, account, context);
            case PostSharedCost post -> Spending.post(post, account, context);
            case DemonstrateAffordability demonstrate ->
                    Structures.demonstrate(demonstrate, account, context);
            case ChangeStructure change -> Structures.change(change, account, context);
        };
    }
}
