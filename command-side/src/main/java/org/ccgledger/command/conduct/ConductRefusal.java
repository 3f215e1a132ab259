package org.ccgledger.command.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BreachId;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.GiftId;
import org.ccgledger.events.PersonId;

/// Every rule about gifts, breaches and training, by the reason it gives when it says no.
sealed interface ConductRefusal extends Refusal {

    /// I1: NHS Act 2006 s.14O(1).
    @Rule(
            id = "I1",
            title = "Declarations to a group are made for oneself, once it is established",
            cure = "Declare for oneself, to an established group.")
    record DeclarantNotInScope(CcgCode ccg) implements ConductRefusal {}

    @Rule(
            title = "What is offered is received afterwards, and neither day is yet to come",
            cure = "Give days that are not after the declaration, in their order.")
    record InvalidPeriod(LocalDate day, LocalDate declaredOn) implements ConductRefusal {}

    /// The statutory guidance in force on the day of the offer.
    @Rule(
            title = "What is worth more than the limit of its time is accepted with approval alone",
            cure = "Name the `approver`, or decline the offer.")
    record ApprovalRequired(BigDecimal value, BigDecimal limit) implements ConductRefusal {}

    @Rule(
            title = "Nobody approves or closes a matter of their own",
            cure = "Have it decided by another person.")
    record SelfApproval(PersonId person) implements ConductRefusal {}

    @Rule(
            title = "The id of a gift or a breach stands for one matter",
            cure = "Give the matter an id of its own.",
            status = 409)
    record CodeInUse(String id) implements ConductRefusal {
        CodeInUse(GiftId gift) {
            this(gift.value());
        }

        CodeInUse(BreachId breach) {
            this(breach.value());
        }
    }

    @Rule(
            title = "A breach is closed once",
            cure = "Report what has become known since as a breach of its own.",
            status = 409)
    record AlreadyDecided(BreachId breach, LocalDate since) implements ConductRefusal {}
}
