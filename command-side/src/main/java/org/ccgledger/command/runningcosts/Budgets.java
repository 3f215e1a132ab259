package org.ccgledger.command.runningcosts;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.runningcosts.RunningCostCommand.SetRunningCostBudget;
import org.ccgledger.command.runningcosts.RunningCostRefusal.*;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Money;
import org.ccgledger.events.Tag;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// What a group plans to spend on running itself, alone or with others.
final class Budgets {

    private Budgets() {}

    static Decision set(SetRunningCostBudget command, Account account, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " is not established on " + context.effectiveOn());
        }
        List<BudgetedLine> lines =
                command.lines().stream().map(line -> line.budgetedBy(command.ccg())).toList();
        Map<CcgCode, Money> parts = parts(command.ccg(), lines);
        Optional<RunningCostRefusal> refusal =
                beyondEnvelope(command, parts, context)
                        .or(() -> notWhole(command))
                        .or(() -> afterTheYear(command, context));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (Account.lastBy(context.effectiveOn(), account.budgets())
                .filter(before -> before.lines().equals(lines))
                .isPresent()) {
            return unchanged();
        }
        return accept(
                new RunningCostBudgetSet(
                        command.ccg(),
                        command.fy(),
                        account.budgets().size() + 1,
                        lines,
                        parts.getOrDefault(command.ccg(), Money.NOTHING),
                        context.effectiveOn()));
    }

    /// What each group would bear, the group itself first.
    private static Map<CcgCode, Money> parts(CcgCode ccg, List<BudgetedLine> lines) {
        Map<CcgCode, Money> parts = new LinkedHashMap<>();
        parts.put(ccg, Money.NOTHING);
        for (BudgetedLine line : lines) {
            for (CostPart part : line.parts()) {
                parts.merge(part.ccg(), part.amount(), Money::plus);
            }
        }
        return parts;
    }

    /// What any of the groups would bear with what it bears already, in its own budget and in
    /// others', is held against its own envelope.
    private static Optional<RunningCostRefusal> beyondEnvelope(
            SetRunningCostBudget command, Map<CcgCode, Money> parts, Context context) {
        for (Map.Entry<CcgCode, Money> part : parts.entrySet()) {
            CcgCode bearer = part.getKey();
            List<CcgEvent> known =
                    context.reads()
                            .tagged(
                                    Tag.runningCosts(bearer, command.fy()),
                                    List.of(
                                            RunningCostAllowanceSet.class,
                                            RunningCostBudgetSet.class));
            Money planned = borneElsewhere(bearer, command.ccg(), known).plus(part.getValue());
            Money envelope = envelope(bearer, known, context);
            if (planned.isMoreThan(envelope)) {
                return Optional.of(new RunningCostBudgetExceedsEnvelope(bearer, planned, envelope));
            }
        }
        return Optional.empty();
    }

    private static Money borneElsewhere(CcgCode bearer, CcgCode host, List<CcgEvent> known) {
        Map<CcgCode, Money> byHost = new LinkedHashMap<>();
        for (CcgEvent event : known) {
            if (event instanceof RunningCostBudgetSet budget && !budget.ccg().equals(host)) {
                byHost.put(
                        budget.ccg(),
                        parts(budget.ccg(), budget.lines()).getOrDefault(bearer, Money.NOTHING));
            }
        }
        return byHost.values().stream().reduce(Money.NOTHING, Money::plus);
    }

    private static Money envelope(CcgCode ccg, List<CcgEvent> known, Context context) {
        return known.stream()
                .filter(event -> !event.effectiveOn().isAfter(context.effectiveOn()))
                .filter(RunningCostAllowanceSet.class::isInstance)
                .map(RunningCostAllowanceSet.class::cast)
                .filter(allowance -> allowance.ccg().equals(ccg))
                .map(RunningCostAllowanceSet::envelope)
                .reduce(Money.NOTHING, (_, later) -> later);
    }

    private static Optional<RunningCostRefusal> notWhole(SetRunningCostBudget command) {
        return command.lines().stream()
                .filter(line -> !line.isWhollyShared(command.ccg()))
                .findFirst()
                .map(line -> new CostShareInvalid(line.line(), line.total(), line.groups()));
    }

    private static Optional<RunningCostRefusal> afterTheYear(
            SetRunningCostBudget command, Context context) {
        return context.effectiveOn().isAfter(command.fy().lastDay())
                ? Optional.of(new InvalidPeriod(context.effectiveOn(), command.fy()))
                : Optional.empty();
    }
}
