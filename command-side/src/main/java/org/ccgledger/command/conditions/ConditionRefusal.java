package org.ccgledger.command.conditions;

import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.conditions.SupportLevel;

/// Every rule about conditions, by the reason it gives when it says no.
sealed interface ConditionRefusal extends Refusal {

    /// C1: SI 2012/1631 reg 8(7).
    @Rule(
            id = "C1",
            title = "Only the Board's authorisation committee imposes, varies and discharges",
            cure = "Have the decision sent by the committee.",
            status = 403)
    record NotAuthorisingBody(BodyRef sender) implements ConditionRefusal {}

    /// Rules that a condition meets at its imposition, as at the grant.
    sealed interface AtImposition extends ConditionRefusal {

        /// A9: SI 2012/1631 reg 8(4): conditions address the respects in which the Board was not
        /// satisfied.
        @Rule(
                id = "A9",
                title = "A condition names a criterion or is bespoke",
                cure =
                        "Link the condition to the criterion that is not met, or mark it as bespoke.")
        record ConditionNotLinked(String condition) implements AtImposition {}

        /// A13: support from level IV on is underpinned by a direction.
        @Rule(
                id = "A13",
                title = "Support from level IV on comes with a direction",
                cure = "Issue a direction first, or lower the level.")
        record DirectionRequiredForLevel(SupportLevel level) implements AtImposition {}
    }

    /// C2: a discharge rests on evidence; the criterion is then met.
    @Rule(
            id = "C2",
            title = "A condition is discharged on evidence",
            cure = "Give `evidence`, or have it submitted for the condition in this review.")
    record EvidenceRequired(Set<ConditionId> conditions) implements ConditionRefusal {}

    /// C4: support from level IV on is underpinned by a direction.
    @Rule(
            id = "C4",
            title = "Support is raised to level IV or above under a direction",
            cure = "Issue a direction first, or choose a lower level.")
    record DirectionRequiredForLevel(ConditionId condition, SupportLevel level)
            implements ConditionRefusal {}

    /// C4: a direction does not outlast the support that it underpins without a reason.
    @Rule(
            id = "C4",
            title = "Support is lowered below level IV when no direction remains, or with a reason",
            cure = "Revoke the direction first, or give that outcome its `reason`.")
    record DirectionStillInForce(ConditionId condition) implements ConditionRefusal {}

    /// C5: SI 2012/1631 reg 8(6): conditions are kept under review, each of them.
    @Rule(
            id = "C5",
            title = "A review decides on every open condition",
            cure = "Add an outcome for each condition named.")
    record ReviewIncomplete(Set<ConditionId> conditions) implements ConditionRefusal {}

    /// C7: what is discharged stays so; imposed again it is a new condition.
    @Rule(
            id = "C7",
            title = "Only a condition that is open is decided on",
            cure = "Leave out what is discharged or was never imposed.")
    record ConditionNotOpen(Set<ConditionId> conditions) implements ConditionRefusal {}

    @Rule(
            title = "A rectification plan answers to a condition",
            cure = "No plan is needed while no condition is open.")
    record NoOpenCondition() implements ConditionRefusal {}

    @Rule(
            title = "A rectification plan is agreed with the Board",
            cure = "Name the approval of this very plan by each body named, of the day or before.")
    record AgreementMissing(Set<BodyRef> of) implements ConditionRefusal {}

    @Rule(
            title = "A group's reviews come one after another, each under a number of its own",
            cure = "Decide the open review first, or take the next number.",
            status = 409)
    record ReviewAlreadyOpen(int review) implements ConditionRefusal {}
}
