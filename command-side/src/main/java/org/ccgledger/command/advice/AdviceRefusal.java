package org.ccgledger.command.advice;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.advice.AdviceResponse;

/// Every rule about advice, by the reason it gives when it says no.
sealed interface AdviceRefusal extends Refusal {

    /// V1: the Secretary of State to the National Association of Primary Care, 2 November 2011:
    /// senates advise groups and do not tell practices what to do.
    @Rule(
            id = "V1",
            title = "Advice decides nothing for a group",
            cure = "Give the advice without a decision; the group decides.")
    record AdviceIsNotBinding(String decides) implements AdviceRefusal {}

    /// V2: NHS Act 2006 s.14W: advice is sought from those with expertise.
    @Rule(
            id = "V2",
            title =
                    "Advice is asked of a senate, a network, a health and wellbeing board or another"
                            + " adviser, and of nobody with power over the group",
            cure = "Ask a body of the kind SENATE, NETWORK, LA, PROVIDER or CSU.")
    record AdviceBodyNotRegistered(BodyRef body) implements AdviceRefusal {}

    /// V3: NHS Act 2006 s.14W: who does not follow advice has considered it.
    @Rule(
            id = "V3",
            title = "A group that does not accept advice, or not all of it, says why",
            cure = "Give `reasons` in writing.")
    record ReasonsRequired(AdviceResponse response) implements AdviceRefusal {}

    @Rule(
            title = "Advice is given by the body that was asked for it",
            cure = "Send the command for that body.",
            status = 403)
    record ActorNotOfThisBody(BodyRef body) implements AdviceRefusal {}

    @Rule(
            title = "Advice is given once and responded to once",
            cure = "Ask for further advice under an id of its own.",
            status = 409)
    record AlreadyDecided(AdviceId advice, LocalDate since) implements AdviceRefusal {}

    @Rule(
            title = "An advice's id stands for one request",
            cure = "Give the request an id of its own.",
            status = 409)
    record CodeInUse(AdviceId advice) implements AdviceRefusal {}
}
