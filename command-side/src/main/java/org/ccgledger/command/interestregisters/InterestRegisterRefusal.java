package org.ccgledger.command.interestregisters;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;

/// Every rule about registers of interests, by the reason it gives when it says no.
sealed interface InterestRegisterRefusal extends Refusal {

    /// I7: an interest whose declarant objects is published or withheld as the guardian decides.
    @Rule(
            id = "I7",
            title = "What a declarant objects to have published awaits the guardian's decision",
            cure = "Have each withheld from publication, or confirmed.")
    record WithholdingNotApproved(Set<InterestId> interests) implements InterestRegisterRefusal {}

    @Rule(
            title = "A register is confirmed when everybody on it has answered or been chased",
            cure =
                    "Have the persons declare again and their interests confirmed, or name them as "
                            + "chased.")
    record RegisterIncomplete(Set<PersonId> persons) implements InterestRegisterRefusal {}

    @Rule(
            title = "A register stands as at a day that has come, over a period that has ended",
            cure = "Give days that are not after the decision, the last not before the first.")
    record InvalidPeriod(LocalDate until, LocalDate on) implements InterestRegisterRefusal {}

    /// The statutory guidance of June 2016.
    @Rule(
            title = "From 28 June 2016 on the chair of the audit committee is the guardian",
            cure = "Appoint the chair of the group's audit committee.")
    record AppointeeDisqualified(PersonId person) implements InterestRegisterRefusal {}
}
