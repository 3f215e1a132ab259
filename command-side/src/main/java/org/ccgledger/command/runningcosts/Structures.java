package org.ccgledger.command.runningcosts;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.runningcosts.RunningCostCommand.*;
import org.ccgledger.command.runningcosts.RunningCostRefusal.*;
import org.ccgledger.events.Money;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

/// The size and shape that a group gives itself.
final class Structures {

    private Structures() {}

    static Decision demonstrate(
            DemonstrateAffordability command, Account account, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " is not established on " + context.effectiveOn());
        }
        Money envelope = account.envelopeOn(context.effectiveOn());
        if (command.projectedCost().isMoreThan(envelope)) {
            return refuse(
                    new RunningCostBudgetExceedsEnvelope(
                            command.ccg(), command.projectedCost(), envelope));
        }
        return accept(
                new EnvelopeAffordabilityDemonstrated(
                        command.ccg(),
                        command.fy(),
                        command.structure(),
                        command.projectedCost(),
                        envelope,
                        context.effectiveOn()));
    }

    static Decision change(ChangeStructure command, Account account, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        if (!isShownToFit(command, account, on)) {
            return refuse(
                    new AffordabilityNotDemonstrated(
                            command.structure().title(), account.envelopeOn(on)));
        }
        if (!command.fy().contains(on)) {
            return refuse(new InvalidPeriod(on, command.fy()));
        }
        StructureChanged changed =
                new StructureChanged(
                        command.ccg(),
                        command.fy(),
                        command.structure(),
                        command.description(),
                        command.sharedWith(),
                        on);
        return Account.lastBy(on, account.structures())
                        .filter(before -> isSame(before, changed))
                        .isPresent()
                ? unchanged()
                : accept(changed);
    }

    /// What was shown last of the structure counts, and the envelope as it is by then.
    private static boolean isShownToFit(ChangeStructure command, Account account, LocalDate on) {
        return Account.lastBy(
                        on,
                        account.demonstrations().stream()
                                .filter(shown -> shown.structure().equals(command.structure()))
                                .toList())
                .filter(shown -> !shown.projectedCost().isMoreThan(account.envelopeOn(on)))
                .isPresent();
    }

    private static boolean isSame(StructureChanged before, StructureChanged now) {
        return before.structure().equals(now.structure())
                && before.description().equals(now.description())
                && before.sharedWith().equals(now.sharedWith());
    }
}
