package org.ccgledger.command.officers;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;

/// Every rule about officers, by the reason it gives when it says no.
sealed interface OfficerRefusal extends Refusal {

    /// G3: NHS Act 2006 Sch 1A para 12.
    @Rule(
            id = "G3",
            title = "The Board appoints a group's accountable officer",
            cure = "Nominate the person, and have the appointment sent by the Board.",
            status = 403)
    record AOAppointmentReservedToBoard(BodyRef sender) implements OfficerRefusal {}
}
