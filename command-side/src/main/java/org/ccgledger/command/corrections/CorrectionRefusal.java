package org.ccgledger.command.corrections;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CorrectionId;

/// Every rule about corrections, by the reason it gives when it says no.
sealed interface CorrectionRefusal extends Refusal {

    @Rule(
            title = "A correction's id stands for one correction",
            cure = "Give the correction an id of its own.",
            status = 409)
    record CodeInUse(CorrectionId correction) implements CorrectionRefusal {}
}
