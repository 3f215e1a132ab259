package org.ccgledger.command.runningcosts;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.runningcosts.RunningCostPolicyCommand.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// Decides on the policy on running costs. The boundary is one year's.
public final class RunningCostPolicyDecider {

    /// The decisions on the policy.
    public static final Decider<RunningCostPolicyCommand, ?> DECIDER =
            Decider.of(
                            RunningCostPolicyCommand.class,
                            command -> StreamName.runningCostPolicy(command.fy()))
                    .<Policy, RunningCostEvent>state(
                            new Policy(List.of()), RunningCostEvent.class, Policy::evolve)
                    .deciding(RunningCostPolicyDecider::decide);

    private RunningCostPolicyDecider() {}

    /// What was set for the year, in the order of its dates.
    record Policy(List<RunningCostPolicySet> versions) {

        Policy evolve(RunningCostEvent event) {
            return switch (event) {
                case RunningCostPolicySet e ->
                        new Policy(Stream.concat(versions.stream(), Stream.of(e)).toList());
                case RunningCostAllowanceSet _,
                        AllowanceOutOfPolicyRange _,
                        RunningCostBudgetSet _,
                        RunningCostSpendRecorded _,
                        SharedCostPosted _,
                        RunningCostEnvelopeBreached _,
                        RunningCostMisclassified _,
                        EnvelopeAffordabilityDemonstrated _,
                        StructureChanged _ ->
                        this;
            };
        }

        Optional<RunningCostPolicySet> last() {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }
    }

    private static Decision decide(
            RunningCostPolicyCommand command, Policy policy, Context context) {
        return switch (command) {
            case SetRunningCostPolicy set -> set(set, policy, context);
        };
    }

    private static Decision set(SetRunningCostPolicy command, Policy policy, Context context) {
        return policy.last().filter(before -> isSame(before, command)).isPresent()
                ? unchanged()
                : accept(
                        new RunningCostPolicySet(
                                command.fy(),
                                policy.versions().size() + 1,
                                command.perHead(),
                                command.range(),
                                command.basis(),
                                command.source(),
                                context.effectiveOn()));
    }

    private static boolean isSame(RunningCostPolicySet before, SetRunningCostPolicy now) {
        return Objects.equals(before.perHead(), now.perHead())
                && Objects.equals(before.range(), now.range())
                && before.basis() == now.basis()
                && before.source().equals(now.source());
    }
}
