package org.ccgledger.command.committees;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.SeatCapacity;
import org.ccgledger.events.registry.ConstitutionPermission;

/// Every rule about the committees of single groups, by the reason it gives when it says no.
sealed interface CommitteeRefusal extends Refusal {

    /// NHS Act 2006 Sch 1A para 3; audit and remuneration committees need no leave, s.14M.
    @Rule(
            title = "The constitution provides for committees that the Act does not require",
            cure = "Vary the constitution first, with the approval of members and Board.")
    record ConstitutionDoesNotPermit(CcgCode ccg, CommitteeKind kind, ConstitutionPermission needed)
            implements CommitteeRefusal {}

    /// Managing conflicts of interest: statutory guidance for CCGs, NHS England, December 2014.
    @Rule(
            title =
                    "A primary care commissioning committee has a lay chair and no majority of"
                            + " general practitioners",
            cure = "Give the chair to a lay seat, and practitioners half of the votes at most.")
    record PCCCCompositionInvalid(SeatCapacity chair, int practitioners, int votes)
            implements CommitteeRefusal {}

    /// NHS Act 2006 Sch 1A para 3: who belongs to it is for the constitution and the terms to say.
    @Rule(
            title = "A member of a committee has a seat that its terms provide, with a vote or not",
            cure = "Name a seat of the terms in force, or amend the terms.")
    record SeatNotInTerms(SeatCode seat, boolean voting, int termsVersion)
            implements CommitteeRefusal {}

    @Rule(
            title = "A seat has as many holders as the terms give it places",
            cure = "End an appointment that overlaps, or begin the term after it.",
            status = 409)
    record SeatOccupied(SeatCode seat, int places) implements CommitteeRefusal {}

    @Rule(
            title = "A person has one seat on a committee, and so one vote",
            cure = "End the other appointment first.",
            status = 409)
    record AlreadyMember(CommitteeAppointmentId by) implements CommitteeRefusal {}

    @Rule(
            title = "An appointment ends once, within its term",
            cure = "Correct the record of its end instead.",
            status = 409)
    record AppointmentAlreadyEnded(LocalDate lastDay) implements CommitteeRefusal {}

    @Rule(
            title = "A committee's id stands for one committee",
            cure = "Give the committee an id of its own.",
            status = 409)
    record CodeInUse(CommitteeId committee) implements CommitteeRefusal {}
}
