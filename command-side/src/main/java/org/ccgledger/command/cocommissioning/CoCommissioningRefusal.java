package org.ccgledger.command.cocommissioning;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.jspecify.annotations.Nullable;

/// Every rule about co-commissioning, by the reason it gives when it says no.
sealed interface CoCommissioningRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group takes part in commissioning primary care once it is operational",
            cure = "Wait until the group is established, and not before 1 April 2013.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements CoCommissioningRefusal {}

    /// K7: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21: what a direction has taken is not had by
    /// another way.
    @Rule(
            id = "K7",
            title = "A group takes on no function that a direction has taken from it",
            cure = "Leave the function out, or wait until the direction has ended.")
    record FunctionNotExercisable(CcgCode ccg, FunctionCode function, BodyRef exercisedBy)
            implements CoCommissioningRefusal {}

    /// P4: the Board asked for audits of the process before it delegated, June 2014.
    @Rule(
            id = "P4",
            title = "A delegation rests on an audit of the last twelve months that passed",
            cure = "Have the governance audited, and its actions closed.")
    record GovernanceAuditNotPassed(
            CcgCode ccg, AuditFault fault, @Nullable GovernanceAuditId audit)
            implements CoCommissioningRefusal {}

    /// What an audit lacks on which a delegation is to rest.
    enum AuditFault {
        NOT_REPORTED,
        FAILED,
        ACTIONS_OPEN,
        EXPIRED
    }

    /// P5: NHS Act 2006 s.14O; the Board tested every expression of interest in delegation.
    @Rule(
            id = "P5",
            title = "A delegation needs cover for conflicts of interest that satisfies the Board",
            cure = "Improve the cover, and have it tested again.")
    record ConflictsNotCovered(CcgCode ccg) implements CoCommissioningRefusal {}

    /// P6: NHS Act 2006 s.14E; approved by the members and by the Board.
    @Rule(
            id = "P6",
            title = "The group's constitution, as approved, permits what it applies for",
            cure = "Vary the constitution, with the approval of the members and the Board.")
    record ConstitutionDoesNotPermit(CcgCode ccg, ConstitutionPermission permission)
            implements CoCommissioningRefusal {}

    /// P7: NHS Act 2006 s.13Z and s.14Z9.
    @Rule(
            id = "P7",
            title = "Joint commissioning is done by a joint committee with the Board",
            cure = "Form a joint committee of the group and the Board, or join one.")
    record JointCommitteeRequired(CcgCode ccg) implements CoCommissioningRefusal {}

    /// P8: the Board asked for applications by 9 January 2015 for delegation and by 30 January 2015
    /// for joint commissioning.
    @Rule(
            id = "P8",
            title = "Applications are made within the round",
            cure = "Apply within the round, or in the next one.")
    record RoundClosed(RoundName round, LocalDate opened, LocalDate lastDay)
            implements CoCommissioningRefusal {}

    /// P9: one level at a time; a higher one takes the place of a lower one when it begins.
    @Rule(
            id = "P9",
            title = "A group takes part at one level at a time",
            cure = "Let the higher level end first.",
            status = 409)
    record LevelAlreadyLive(CoCommissioningLevel level) implements CoCommissioningRefusal {}

    /// P10: an approval on conditions counts once they are met.
    @Rule(
            id = "P10",
            title = "The conditions of an approval are met before the arrangement begins",
            cure = "Meet the conditions named, and have them discharged.")
    record ConditionsOutstanding(Set<Integer> conditions) implements CoCommissioningRefusal {}

    /// P12: NHS Act 2006 s.13Z; the performance of individual general practitioners stays with the
    /// Board.
    @Rule(
            id = "P12",
            title = "Functions that are reserved to NHS England are not delegated",
            cure = "Leave the functions named out.")
    record FunctionReservedToNHSEngland(Set<FunctionCode> functions)
            implements CoCommissioningRefusal {}

    /// P13: the delegation agreement of 2015: notice by 30 September for the following 1 April.
    @Rule(
            id = "P13",
            title =
                    "A group's notice by 30 September ends its delegation on the following 1 April; another day needs the Board's consent",
            cure = "Name the day given or a later 1 April, or the approval of the Board.")
    record NoticeTooLate(LocalDate earliest) implements CoCommissioningRefusal {}

    @Rule(
            title = "A group has one application at a level in a round",
            cure = "Wait until that application is decided.",
            status = 409)
    record ApplicationAlreadyOpen(CoCommissioningId application)
            implements CoCommissioningRefusal {}

    @Rule(
            title = "An application is decided once",
            cure = "Apply again in a later round.",
            status = 409)
    record AlreadyDecided(CoCommissioningId application) implements CoCommissioningRefusal {}

    @Rule(
            title = "What is discharged is a condition of an approval",
            cure = "Name a condition of a conditional approval, by its number.")
    record ConditionNotOpen(int condition) implements CoCommissioningRefusal {}

    @Rule(title = "A condition is discharged on evidence", cure = "Give `evidence`.")
    record EvidenceRequired(int condition) implements CoCommissioningRefusal {}

    @Rule(
            title = "The group and the Board both sign",
            cure =
                    "Have each body named record its approval, of the day or before, and give the approvals' ids.")
    record ApprovalRequired(Set<BodyRef> missing) implements CoCommissioningRefusal {}

    @Rule(
            title = "What is agreed to begin or end does so in its time",
            cure = "Name the day given or a later one.")
    record InvalidPeriod(LocalDate earliest) implements CoCommissioningRefusal {}
}
