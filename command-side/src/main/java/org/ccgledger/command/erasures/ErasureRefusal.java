package org.ccgledger.command.erasures;

import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.LegalHoldId;
import org.ccgledger.events.PersonId;

/// Every rule about erasures, by the reason it gives when it says no.
sealed interface ErasureRefusal extends Refusal {

    @Rule(
            title = "What is under a legal hold is not erased",
            cure = "Lift the hold when its reason has gone, and send the command again.",
            status = 409)
    record LegalHold(Set<LegalHoldId> holds) implements ErasureRefusal {}

    @Rule(
            title = "A legal hold that was lifted is not placed again",
            cure = "Give the new hold an id of its own.",
            status = 409)
    record CodeInUse(LegalHoldId hold) implements ErasureRefusal {}

    @Rule(
            title = "Whose data it is does not approve its erasure",
            cure = "Have somebody else approve it; the person is who requests it.",
            status = 422)
    record SubjectAmongApprovers(PersonId person) implements ErasureRefusal {}
}
