package org.ccgledger.command.runningcosts;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.runningcosts.RunningCostCommand.*;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.Money;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// What is spent. It happened, so it is recorded, whatever the rules would have said of it.
final class Spending {

    private Spending() {}

    static Decision record(RecordRunningCostSpend command, Account account, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        List<CostPart> parts =
                account.lineOn(context.effectiveOn(), command.line())
                        .filter(line -> line.parts().size() > 1)
                        .map(line -> parts(line, command.amount()))
                        .orElse(List.of());
        Money own =
                parts.isEmpty()
                        ? command.amount()
                        : parts.stream()
                                .filter(part -> part.ccg().equals(command.ccg()))
                                .map(CostPart::amount)
                                .reduce(Money.NOTHING, Money::plus);
        List<RunningCostEvent> events = new ArrayList<>();
        events.add(
                new RunningCostSpendRecorded(
                        command.ccg(),
                        command.fy(),
                        command.month(),
                        command.line(),
                        command.amount(),
                        command.bookedTo(),
                        own,
                        parts,
                        context.effectiveOn()));
        events.addAll(
                misclassified(
                        command,
                        command.month(),
                        command.line(),
                        command.bookedTo(),
                        own,
                        context));
        events.addAll(breach(command, account.spent().plus(own), account, context));
        return accept(events);
    }

    static Decision post(PostSharedCost command, Account account, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        List<RunningCostEvent> events = new ArrayList<>();
        events.add(
                new SharedCostPosted(
                        command.ccg(),
                        command.fy(),
                        command.host(),
                        command.month(),
                        command.line(),
                        command.amount(),
                        command.bookedTo(),
                        context.effectiveOn()));
        events.addAll(
                misclassified(
                        command,
                        command.month(),
                        command.line(),
                        command.bookedTo(),
                        command.amount(),
                        context));
        events.addAll(breach(command, account.spent().plus(command.amount()), account, context));
        return accept(events);
    }

    /// In the shares that the budget gives the line.
    private static List<CostPart> parts(BudgetedLine line, Money amount) {
        List<CostPart> budgeted = line.parts();
        List<Money> amounts = amount.split(budgeted.stream().map(CostPart::percent).toList());
        return IntStream.range(0, budgeted.size())
                .mapToObj(i ->
                        new CostPart(
                                budgeted.get(i).ccg(), budgeted.get(i).percent(), amounts.get(i)))
                .toList();
    }

    @Upholds(id = "R7", title = "Running costs booked to money for health care count, and are seen")
    private static List<RunningCostMisclassified> misclassified(
            RunningCostCommand command,
            YearMonth month,
            CostLine line,
            CostFund bookedTo,
            Money amount,
            Context context) {
        return bookedTo == CostFund.PROGRAMME
                ? List.of(
                        new RunningCostMisclassified(
                                command.ccg(),
                                command.fy(),
                                month,
                                line,
                                amount,
                                context.effectiveOn()))
                : List.of();
    }

    /// R4: the envelope is for the whole year, so all that is recorded is held against what the
    /// group is given as of now. Without an allowance there is nothing to breach.
    @Upholds(id = "R4", title = "Spending beyond the envelope is recorded, with its breach")
    private static List<RunningCostEnvelopeBreached> breach(
            RunningCostCommand command, Money spent, Account account, Context context) {
        Money envelope = account.envelopeOn(context.today());
        return account.hasEnvelopeOn(context.today()) && spent.isMoreThan(envelope)
                ? List.of(
                        new RunningCostEnvelopeBreached(
                                command.ccg(),
                                command.fy(),
                                spent,
                                envelope,
                                spent.minus(envelope),
                                context.effectiveOn()))
                : List.of();
    }
}
