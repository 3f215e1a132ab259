package org.ccgledger.command.interests;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.jspecify.annotations.Nullable;

/// Every rule about declarations, by the reason it gives when it says no.
sealed interface InterestRefusal extends Refusal {

    /// I1: NHS Act 2006 s.14O(1): registers are of members, governing body members, committee
    /// members and employees of a group.
    @Rule(
            id = "I1",
            title = "Declarations to a group are made by those of whom it keeps a register",
            cure =
                    "Declare for oneself, to an established group, and for a practice only if it is "
                            + "the group's member.")
    record DeclarantNotInScope(CcgCode ccg, OutOfScope because) implements InterestRefusal {}

    /// Why somebody is in no class of a group's declarants.
    enum OutOfScope {
        GROUP_NOT_ESTABLISHED,
        PRACTICE_NOT_A_MEMBER,
        DECLARES_FOR_ANOTHER
    }

    /// I2: the statutory guidance's form of declaration.
    @Rule(
            id = "I2",
            title = "An indirect interest says in which relationship it is held",
            cure = "Give `terms.relationship` to the person who holds the interest.")
    record RelationshipRequired(InterestId interest) implements InterestRefusal {}

    /// I3: an interest has begun when it is declared, and does not end before it begins; nobody
    /// declares what they are not yet aware of.
    @Rule(
            id = "I3",
            title = "An interest has begun when it is declared, and does not end before it begins",
            cure =
                    "Give days of which the first, and that of awareness, are not after the "
                            + "declaration and the last is not before the first.")
    record InvalidPeriod(LocalDate from, @Nullable LocalDate until, LocalDate declaredOn)
            implements InterestRefusal {}

    /// I7: the statutory guidance of 2016: exceptionally, and with the guardian's approval.
    @Rule(
            id = "I7",
            title = "The group's conflicts of interest guardian alone withholds from publication",
            cure = "Have the guardian who is appointed for the group decide.")
    record WithholdingNotApproved(InterestId interest) implements InterestRefusal {}

    @Rule(
            title = "Only an interest that lasts is amended, ended or confirmed",
            cure = "Declare what is held now as an interest of its own.")
    record InterestNotLive(InterestId interest, @Nullable LocalDate until)
            implements InterestRefusal {}

    @Rule(
            title = "Nobody approves what they have declared themselves",
            cure = "Have it approved by the guardian or another manager.")
    record SelfApproval(PersonId person) implements InterestRefusal {}

    @Rule(
            title = "An interest's id stands for one interest",
            cure = "Give the interest an id of its own, or amend the one that was declared.",
            status = 409)
    record CodeInUse(InterestId interest) implements InterestRefusal {}
}
