package org.ccgledger.command.delegations;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.delegations.ReservedTo;

/// Every rule about schemes of reservation and delegation, by the reason it gives when it says no.
sealed interface DelegationRefusal extends Refusal {

    /// G5: NHS Act 2006 Sch 1A para 3: the constitution says what its committees are for.
    @Rule(
            id = "G5",
            title = "A committee is given functions that its terms provide for",
            cure = "Amend the terms of the committee, or give the function to another.")
    record OutsideDelegatedScope(CommitteeId committee, FunctionCode function)
            implements DelegationRefusal {}

    /// K7: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21.
    @Rule(
            id = "K7",
            title = "A group delegates functions that it exercises itself",
            cure = "Wait until the direction that has taken the function has ended.")
    record FunctionNotExercisable(FunctionCode function, BodyRef exercisedBy)
            implements DelegationRefusal {}

    /// The scheme itself, NHS Act 2006 Sch 1A para 3.
    @Rule(
            title = "A function that is reserved is not delegated",
            cure = "Have the reservation lifted first.")
    record FunctionReserved(FunctionCode function, ReservedTo reservedTo)
            implements DelegationRefusal {}
}
