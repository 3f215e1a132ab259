package org.ccgledger.command.governingbodies;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.governingbodies.AppointeeCapacity;
import org.ccgledger.events.governingbodies.Seat;

/// Every rule about governing bodies, by the reason it gives when it says no.
sealed interface GoverningBodyRefusal extends Refusal {

    /// G2: SI 2012/1631 reg 12 with Sch 4 and 5.
    @Rule(
            id = "G2",
            title = "Certain capacities bar a person from a seat on the governing body",
            cure = "Appoint somebody who has none of them.")
    record AppointeeDisqualified(Seat seat, List<AppointeeCapacity> capacities)
            implements GoverningBodyRefusal {}

    /// G3: NHS Act 2006 Sch 1A para 12.
    @Rule(
            id = "G3",
            title = "The seat of the accountable officer is for whom the Board has appointed",
            cure = "Have the Board appoint the person as accountable officer first.")
    record NotTheAccountableOfficer(LocalDate from) implements GoverningBodyRefusal {}

    @Rule(
            title = "One person at a time holds this seat",
            cure = "End the appointment that overlaps, or begin the term after it.",
            status = 409)
    record SeatOccupied(Seat seat, AppointmentId by) implements GoverningBodyRefusal {}

    @Rule(
            title = "An appointment ends once, within its term",
            cure = "Correct the record of its end instead.",
            status = 409)
    record AppointmentAlreadyEnded(LocalDate lastDay) implements GoverningBodyRefusal {}
}
