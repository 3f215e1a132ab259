package org.ccgledger.command.severances;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.Money;
import org.ccgledger.events.SeveranceId;

/// Every rule about agreements on leaving, by the reason it gives when it says no. W7: all of them
/// hold from 14 March 2013 on, when the Secretary of State announced them.
sealed interface SeveranceRefusal extends Refusal {

    /// W1: Employment Rights Act 1996 s.43J makes such a clause void; the Department of Health
    /// approves no agreement that has one.
    @Rule(
            id = "W1",
            title = "No clause keeps anybody from a disclosure in the public interest",
            cure = "Take the clauses out, and submit the agreement again.")
    record GaggingClausePresent(List<Integer> clauses) implements SeveranceRefusal {}

    /// W2: the agreement says that nothing in it keeps anybody from speaking out.
    @Rule(
            id = "W2",
            title = "The agreement states the right to disclose in the public interest",
            cure = "Add a clause that states it, and submit the agreement again.")
    record WhistleblowingStatementMissing() implements SeveranceRefusal {}

    /// W3: nothing is signed off until it is clear with staff that they may blow the whistle.
    @Rule(
            id = "W3",
            title = "The employee has confirmed to know of the right to disclose",
            cure =
                    "Inform the employee, and submit the agreement with the day of the confirmation.")
    record EmployeeNotInformed() implements SeveranceRefusal {}

    /// W4: Managing Public Money, annex 4.13: special severance payments need the Treasury's
    /// approval.
    @Rule(
            id = "W4",
            title = "A payment beyond what is owed needs the Treasury's approval",
            cure = "Wait for the Treasury's approval, or leave the payment out.")
    record TreasuryApprovalRequired(Money special) implements SeveranceRefusal {}

    /// W5.
    @Rule(
            id = "W5",
            title = "The Department of Health approves before the Treasury does or anybody signs",
            cure = "Wait for the Department's approval.")
    record NotApproved(SeveranceId severance) implements SeveranceRefusal {}

    /// W6.
    @Rule(
            id = "W6",
            title = "What was approved is what is signed",
            cure = "Sign the document that was approved, or draft another agreement.")
    record ClausesChangedAfterApproval(SeveranceId severance) implements SeveranceRefusal {}

    @Rule(
            title = "The Department of Health decides on what has been submitted",
            cure = "Wait until the employer has submitted the agreement.")
    record NotSubmitted(SeveranceId severance) implements SeveranceRefusal {}

    @Rule(
            title = "What is approved, refused or signed is not decided again",
            cure = "Draft another agreement.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements SeveranceRefusal {}

    @Rule(
            title = "The id of an agreement stands for one employee's",
            cure = "Give the agreement an id of its own.",
            status = 409)
    record CodeInUse(SeveranceId severance) implements SeveranceRefusal {}
}
