package org.ccgledger.command.runningcosts;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.runningcosts.RunningCostCommand.SetRunningCostAllowance;
import org.ccgledger.events.Money;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// What a group is given for running itself.
final class Allowances {

    private Allowances() {}

    static Decision set(SetRunningCostAllowance command, Account account, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        return population(command, context)
                .map(population -> set(command, population, account, context))
                .orElseGet(() ->
                        notFound(
                                "No population of %s counted as %s is recorded"
                                        .formatted(command.ccg(), command.basis())));
    }

    private static Decision set(
            SetRunningCostAllowance command,
            PopulationRecorded population,
            Account account,
            Context context) {
        RunningCostAllowanceSet set =
                new RunningCostAllowanceSet(
                        command.ccg(),
                        command.fy(),
                        command.basis(),
                        population.heads(),
                        population.asAt(),
                        command.perHead(),
                        envelope(command.perHead(), population.heads()),
                        context.effectiveOn());
        if (Account.lastBy(context.effectiveOn(), account.allowances())
                .filter(before -> isSame(before, set))
                .isPresent()) {
            return unchanged();
        }
        List<RunningCostEvent> events = new ArrayList<>();
        events.add(set);
        beyondPolicy(command, context).ifPresent(events::add);
        if (account.spent().isMoreThan(set.envelope())) {
            events.add(
                    new RunningCostEnvelopeBreached(
                            command.ccg(),
                            command.fy(),
                            account.spent(),
                            set.envelope(),
                            account.spent().minus(set.envelope()),
                            context.effectiveOn()));
        }
        return accept(events);
    }

    /// The latest count, and of one day's counts the one that was recorded last.
    private static Optional<PopulationRecorded> population(
            SetRunningCostAllowance command, Context context) {
        LocalDate asAt = command.headsAsAt();
        return context.reads().tagged(Tag.ccg(command.ccg()), PopulationRecorded.class).stream()
                .filter(counted -> counted.basis() == command.basis())
                .filter(counted -> !counted.effectiveOn().isAfter(context.effectiveOn()))
                .filter(counted -> asAt == null || counted.asAt().equals(asAt))
                .sorted(Comparator.comparing(PopulationRecorded::asAt))
                .reduce((_, later) -> later);
    }

    @Upholds(id = "R2", title = "An envelope is so much a head, times the heads, in whole pounds")
    private static Money envelope(Money perHead, int heads) {
        return perHead.times(heads).inWholePounds();
    }

    /// R1: how much a head gives is the policy's to say, year by year; who departs from it is not
    /// stopped, but seen.
    @Upholds(id = "R1", title = "An allowance beyond the policy of its year is set, and seen")
    private static Optional<AllowanceOutOfPolicyRange> beyondPolicy(
            SetRunningCostAllowance command, Context context) {
        List<RunningCostPolicySet> versions =
                context.reads().stream(StreamName.runningCostPolicy(command.fy())).stream()
                        .filter(RunningCostPolicySet.class::isInstance)
                        .map(RunningCostPolicySet.class::cast)
                        .toList();
        return Account.lastBy(context.effectiveOn(), versions)
                .filter(policy -> !policy.permits(command.perHead()))
                .map(policy ->
                        new AllowanceOutOfPolicyRange(
                                command.ccg(),
                                command.fy(),
                                command.perHead(),
                                policy.version(),
                                context.effectiveOn()));
    }

    private static boolean isSame(RunningCostAllowanceSet before, RunningCostAllowanceSet now) {
        return before.basis() == now.basis()
                && before.heads() == now.heads()
                && before.headsAsAt().equals(now.headsAsAt())
                && before.perHead().equals(now.perHead());
    }
}
