package org.ccgledger.command.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.conditions.SupportLevel;

/// Every rule of authorisation, by the reason it gives when it says no.
sealed interface AuthorisationRefusal extends Refusal {

    /// A1: NHS Act 2006 s.14B.
    @Rule(
            id = "A1",
            title = "An application has two or more applicants",
            cure = "Name at least two different practices.")
    record TooFewApplicants(List<PracticeCode> applicants) implements AuthorisationRefusal {}

    /// A2: SI 2012/1631 reg 5.
    @Rule(
            id = "A2",
            title = "A group's name begins with NHS and ends with Clinical Commissioning Group",
            cure = "Propose a name such as NHS Thurrock Clinical Commissioning Group.")
    record InvalidCCGName(String proposedName) implements AuthorisationRefusal {}

    /// A3: NHS Act 2006 s.14B(3).
    @Rule(
            id = "A3",
            title =
                    "An application encloses all that the Act asks for, and comes before its assessment",
            cure = "Supply what is missing.")
    record ApplicationIncomplete(List<String> missing) implements AuthorisationRefusal {}

    /// A4: NHS Act 2006 s.14A.
    @Rule(
            id = "A4",
            title = "A practice contract is in one application or group",
            cure = "Leave the practice out, or let it leave the other first.",
            status = 409)
    record PracticeAlreadyMember(PracticeCode practice, CcgCode of)
            implements AuthorisationRefusal {}

    /// A5: NHS Act 2006 s.14A.
    @Rule(
            id = "A5",
            title = "Groups' areas do not overlap",
            cure = "Leave out the part of the area that another holds.")
    record AreaOverlaps(AreaCode area, CcgCode of) implements AuthorisationRefusal {}

    /// A6: the wave's deadline.
    @Rule(
            id = "A6",
            title = "An application is submitted by its wave's deadline",
            cure = "Defer the application to a later wave.")
    record WaveDeadlinePassed(int wave, LocalDate deadline) implements AuthorisationRefusal {}

    /// A7: every criterion of the catalogue is judged, and the judgement moderated, before anything
    /// is decided on it.
    @Rule(
            id = "A7",
            title = "Every criterion is assessed, and the assessment moderated, first",
            cure = "Assess the missing criteria and moderate the assessment.")
    record CriteriaNotAllAssessed(Set<CriterionId> missing) implements AuthorisationRefusal {}

    /// A8: unconditional only where every criterion is met.
    @Rule(
            id = "A8",
            title = "A group with an unmet criterion is authorised with conditions only",
            cure = "Authorise with a condition for each unmet criterion.")
    record UnmetCriteriaRequireConditions(Set<CriterionId> unmet) implements AuthorisationRefusal {}

    /// A9: SI 2012/1631 reg 8(3).
    @Rule(
            id = "A9",
            title = "Every unmet criterion has a condition",
            cure = "Add a condition for each criterion named.")
    record ConditionMissingForCriterion(Set<CriterionId> unmet) implements AuthorisationRefusal {}

    /// A9: SI 2012/1631 reg 8(4): conditions address the respects in which the Board was not
    /// satisfied.
    @Rule(
            id = "A9",
            title = "A condition names an unmet criterion or is bespoke",
            cure = "Link the condition to a criterion that is not met, or mark it as bespoke.")
    record ConditionNotLinked(String condition) implements AuthorisationRefusal {}

    /// A10: the group has two weeks to comment on what is recommended.
    @Rule(
            id = "A10",
            title = "The group has had its days to comment on the recommendation, or has replied",
            cure = "Share the recommendation and wait for the reply or the end of the window.")
    record CommentWindowOpen(LocalDate until) implements AuthorisationRefusal {}

    /// A11: SI 2012/1631: the decision is in writing with reasons.
    @Rule(id = "A11", title = "The decision gives its reasons", cure = "Give `reasons` in writing.")
    record ReasonsRequired() implements AuthorisationRefusal {}

    /// A11: the decision is the authorisation committee's.
    @Rule(
            id = "A11",
            title = "Only the Board's authorisation committee decides on an application",
            cure = "Have the decision sent by the committee.",
            status = 403)
    record NotAuthorisingBody(BodyRef sender) implements AuthorisationRefusal {}

    /// A12: a group is authorised once; later changes are reviews.
    @Rule(
            id = "A12",
            title = "An application is decided once",
            cure = "Change conditions by a review.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements AuthorisationRefusal {}

    /// A13: support from level IV on is underpinned by a direction.
    @Rule(
            id = "A13",
            title = "Support from level IV on comes with a direction in the same decision",
            cure = "Issue a direction with the decision, or lower the level.")
    record DirectionRequiredForLevel(SupportLevel level) implements AuthorisationRefusal {}

    /// D2: SI 2012/1631 reg 8(5).
    @Rule(
            id = "D2",
            title = "A direction at the grant answers to a matter that is not met",
            cure = "Authorise without directions.")
    record NoUnmetMatter() implements AuthorisationRefusal {}

    /// D3: SI 2012/1631 reg 8(5)(a).
    @Rule(
            id = "D3",
            title = "A direction not to exercise names the functions",
            cure = "Name at least one function.")
    record FunctionsRequired() implements AuthorisationRefusal {}

    @Rule(
            title = "A code is used once",
            cure = "Propose the group under a code of its own.",
            status = 409)
    record CodeInUse(CcgCode ccg) implements AuthorisationRefusal {}

    @Rule(
            title = "An application that has ended is not changed",
            cure = "Nothing more can be done with it.")
    record ApplicationDecided(LocalDate since) implements AuthorisationRefusal {}

    @Rule(
            title = "The step has the agreement of all whom the Act names",
            cure =
                    "Have each body named record its approval, of the day or before and of this very document where there is one, and give the approvals' ids.")
    record AgreementMissing(Set<BodyRef> of) implements AuthorisationRefusal {}

    /// D6: one exerciser at every instant.
    ///
    /// @param by the number that the decision gives to the other of its directions
    @Rule(
            id = "D6",
            title = "A function is taken by one direction at a time",
            cure = "Name the function in one of the directions, or in periods that do not overlap.",
            status = 409)
    record FunctionAlreadyAssigned(FunctionCode function, DirectionId by)
            implements AuthorisationRefusal {}

    @Rule(
            title = "An application is deferred to a later wave",
            cure = "Name a wave after the present one.")
    record WaveNotLater(int wave) implements AuthorisationRefusal {}

    /// What is submitted is moved by a deferral.
    ///
    /// @param wave in which it was submitted
    @Rule(
            title = "An application is assigned to a wave before it is submitted",
            cure = "Defer the application to a later wave.",
            status = 409)
    record AlreadySubmitted(int wave) implements AuthorisationRefusal {}

    /// What was found and recommended is not lost.
    ///
    /// @param wave in which it was assessed
    @Rule(
            title = "An application stays in its wave once its assessment is moderated",
            cure = "Await the decision, or withdraw the application.",
            status = 409)
    record AlreadyModerated(int wave) implements AuthorisationRefusal {}

    @Rule(title = "A criterion is of the wave's catalogue", cure = "Use an id of the catalogue.")
    record UnknownCriterion(CriterionId criterion) implements AuthorisationRefusal {}

    /// A decision is not to be affected by a conflict of interest, nor to appear to be.
    @Rule(
            title = "Nobody assesses an application in which they have a live interest",
            cure = "Have the criterion assessed by somebody without an interest in an applicant.")
    record AssessorConflicted(PersonId assessor, Set<InterestId> interests)
            implements AuthorisationRefusal {}

    @Rule(
            title = "The group comments within the window that the recommendation opened",
            cure = "The decision can be awaited; it cannot be commented on any more.")
    record CommentWindowClosed() implements AuthorisationRefusal {}
}
