package org.ccgledger.command.pledges;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.PledgeId;

/// Every rule about pledges, by the reason it gives when it says no.
sealed interface PledgeRefusal extends Refusal {

    @Rule(
            title = "A pledge's id stands for one pledge",
            cure = "Give the pledge an id of its own.",
            status = 409)
    record CodeInUse(PledgeId pledge) implements PledgeRefusal {}
}
