package org.ccgledger.command.procurement;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ProcurementId;

/// Every rule about what a group commissions, by the reason it gives when it says no.
sealed interface ProcurementRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group commissions once it is established, from 1 April 2013 on",
            cure = "Date the decision when the group is operational.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements ProcurementRefusal {}

    /// D7: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21.
    @Rule(
            id = "D7",
            title = "A group decides on a function only while it exercises it itself",
            cure = "Have the decision taken by the body that exercises the function.")
    record FunctionNotExercisable(FunctionCode function, BodyRef exercisedBy)
            implements ProcurementRefusal {}

    @Rule(
            title = "A procurement's id stands for one need",
            cure = "Give the need an id of its own.",
            status = 409)
    record CodeInUse(ProcurementId procurement) implements ProcurementRefusal {}
}
