package org.ccgledger.command.instruments;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.instruments.House;

/// Every rule about instruments, by the reason it gives when it says no.
sealed interface InstrumentRefusal extends Refusal {

    /// H1: ayes less noes.
    @Rule(
            id = "H1",
            title = "The majority in a division is ayes less noes",
            cure = "Check ayes, noes and the majority against Hansard, or leave the majority out.")
    record DivisionMajorityMismatch(int computed, int stated) implements InstrumentRefusal {}

    /// H3: under the affirmative procedure both Houses approve first; under the negative one
    /// neither has rejected.
    @Rule(
            id = "H3",
            title = "An affirmative instrument is made once both Houses have approved it",
            cure = "Record what is missing of the Houses named.")
    record BothHousesRequired(Set<House> missing) implements InstrumentRefusal {}

    /// H4: laid, then made, then in force.
    @Rule(
            id = "H4",
            title = "An instrument is laid before it is made, and in force no earlier than that",
            cure = "Give a day on or after the one named.")
    record InvalidPeriod(LocalDate notBefore) implements InstrumentRefusal {}

    @Rule(
            title = "A House decides once on an instrument, which is made once and revoked once",
            cure = "See what was recorded; another instrument has an id of its own.",
            status = 409)
    record AlreadyDecided(InstrumentId instrument) implements InstrumentRefusal {}

    @Rule(
            title = "An instrument's id stands for one instrument",
            cure = "Give the instrument an id of its own.",
            status = 409)
    record CodeInUse(InstrumentId instrument) implements InstrumentRefusal {}
}
