package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.runningcosts.RunningCostCommand.PostSharedCost;
import org.ccgledger.events.Authority;
import org.ccgledger.events.runningcosts.RunningCostEvent.RunningCostSpendRecorded;

/// NHS Act 2006 s.223J: each group answers for its own administration, so what one pays for others
/// goes into the account of each. A part is a fact, which no account can refuse.
@Upholds(
        id = "K9",
        title =
                "Each group bears its share of a joint cost in its own account, and the shares are the whole")
public final class WhenSharedCostSpentThenPostShares {

    private WhenSharedCostSpentThenPostShares() {}

    public static List<Envelope> react(Cause cause) {
        return cause.event() instanceof RunningCostSpendRecorded spent
                ? spent.parts().stream()
                        .filter(part -> !part.ccg().equals(spent.ccg()))
                        .map(part ->
                                cause.sends(
                                        "WhenSharedCostSpentThenPostShares",
                                        part.ccg().value(),
                                        new PostSharedCost(
                                                part.ccg(),
                                                spent.fy(),
                                                spent.ccg(),
                                                spent.month(),
                                                spent.line(),
                                                part.amount(),
                                                spent.bookedTo()),
                                        spent.effectiveOn(),
                                        Authority.of("NHS Act 2006", "s.223J")))
                        .toList()
                : List.of();
    }
}
