package org.ccgledger.command.officers;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;

/// Every rule about officers, by the reason it gives when it says no.
sealed interface OfficerRefusal extends Refusal {

    /// G3: NHS Act 2006 Sch 1A para 12.
    @Rule(
            id = "G3",
            title = "The Board appoints a group's accountable officer",
            cure = "Nominate the person, and have the appointment sent by the Board.",
            status = 403)
    record AOAppointmentReservedToBoard(BodyRef sender) implements OfficerRefusal {}

    /// G3: NHS Act 2006 Sch 1A para 12: who is appointed was nominated by the group.
    @Rule(
            id = "G3",
            title = "The Board appoints on a nomination of the group's that it shows",
            cure = "Give the group's nomination as `evidence`.")
    record EvidenceRequired() implements OfficerRefusal {}

    /// G3: NHS Act 2006 s.14Z21: the Board may end an officer's term and appoint another.
    @Rule(
            id = "G3",
            title = "Without a nomination the Board appoints by a direction that is in force",
            cure = "Issue a direction of kind REPLACE_AO first.")
    record DirectionNotInForce(CcgCode ccg) implements OfficerRefusal {}
}
