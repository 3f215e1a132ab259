package org.ccgledger.command.concerns;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.ConcernId;

/// Every rule about concerns, by the reason it gives when it says no.
sealed interface ConcernRefusal extends Refusal {

    @Rule(
            title = "What is found on a concern stands under the concern's own pseudonym",
            cure = "Give `findings` the subject with which the concern was raised.")
    record SubjectOfAnotherConcern(ConcernId concern) implements ConcernRefusal {}

    @Rule(
            title = "A concern is closed once",
            cure = "Raise what has become known since as a concern of its own.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements ConcernRefusal {}

    @Rule(
            title = "The id of a concern stands for one concern",
            cure = "Give the concern an id of its own.",
            status = 409)
    record CodeInUse(ConcernId concern) implements ConcernRefusal {}
}
