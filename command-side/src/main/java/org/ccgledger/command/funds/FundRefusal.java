package org.ccgledger.command.funds;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;

/// Every rule about funds, by the reason it gives when it says no.
sealed interface FundRefusal extends Refusal {

    /// B1: NHS Act 2006 s.223G.
    @Rule(
            id = "B1",
            title = "A group has one allocation for a year, and adjustments to it",
            cure = "Send AdjustAllocation.",
            status = 409)
    record AlreadyAllotted(Money amount) implements FundRefusal {}

    /// B2: NHS Act 2006 s.223H: a group does not spend more than it is given.
    @Rule(
            id = "B2",
            title = "A group commits no more than it is allotted",
            cure =
                    "Commit less, release what is not needed, or have the allocation adjusted first.")
    record ExceedsAllocation(Money committed, Money allotted) implements FundRefusal {}

    /// NHS Act 2006 s.14L(2): the governing body sees to it that the group acts economically.
    @Rule(
            title = "An officer commits no more at once than the governing body has set",
            cure =
                    "Have it committed by an officer whose limit allows it, or have the limit raised.")
    record ExceedsFinancialLimit(Role role, Money amount, Money limit) implements FundRefusal {}

    @Rule(
            title = "A commitment's id stands for one commitment",
            cure = "Give the commitment an id of its own.",
            status = 409)
    record CodeInUse(CommitmentId commitment) implements FundRefusal {}
}
