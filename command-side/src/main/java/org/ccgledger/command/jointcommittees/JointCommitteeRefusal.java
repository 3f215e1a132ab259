package org.ccgledger.command.jointcommittees;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.jointcommittees.JointPower;

/// Every rule about joint committees, by the reason it gives when it says no.
sealed interface JointCommitteeRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group acts jointly once it is established, from 1 April 2013 on",
            cure = "Form the committee when every member group is operational.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements JointCommitteeRefusal {}

    /// J1: SI 2014/2436 inserted s.14Z3(2A) and amended s.14Z9 from 1 October 2014.
    @Rule(
            id = "J1",
            title = "A joint committee rests on a power that is in force on the day",
            cure = "Date it on or after the day on which the instrument that gives it is in force.")
    record LegalPowerNotInForce(JointPower power, LocalDate on) implements JointCommitteeRefusal {}

    /// J2: two groups, or the Board and a group, as the power has it.
    @Rule(
            id = "J2",
            title = "A joint committee joins two bodies at least, of which one is a group",
            cure = "Name at least two groups, or under S14Z9 and S13Z the Board and a group.")
    record TooFewMembers(Set<BodyRef> members) implements JointCommitteeRefusal {}

    /// J3: nobody is joined without its own agreement to these terms.
    @Rule(
            id = "J3",
            title = "Every member has itself agreed to this version of the terms",
            cure = "Wait for their own agreement, or propose a committee of those who agree.")
    record MemberAgreementMissing(int termsVersion, Set<BodyRef> missing)
            implements JointCommitteeRefusal {}

    /// J4: arrangements are voluntary; one party cannot impose them on another.
    @Rule(
            id = "J4",
            title = "A member's agreement or refusal is its own to give",
            cure = "Have the accountable officer or the chair of that body send it.",
            status = 403)
    record AgreementNotGivenByCCG(BodyRef member, BodyRef givenBy)
            implements JointCommitteeRefusal {}

    /// J5: the version of the constitution that is in force.
    @Rule(
            id = "J5",
            title = "A group's constitution lets it act by joint committee",
            cure = "Vary the constitution first, with the approval of members and Board.")
    record ConstitutionDoesNotPermit(Set<CcgCode> groups) implements JointCommitteeRefusal {}

    /// J6: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21.
    @Rule(
            id = "J6",
            title = "Members bring functions that they exercise themselves",
            cure = "Leave the function out, or wait until the direction has ended.")
    record FunctionNotExercisable(CcgCode ccg, FunctionCode function, BodyRef exercisedBy)
            implements JointCommitteeRefusal {}

    /// J7: what members agree to is stated.
    @Rule(
            id = "J7",
            title = "The terms state functions, voting, quorum, chair, notice, disputes, liability",
            cure = "State what is named, so that the members can meet it.")
    record TermsIncomplete(Set<String> missing) implements JointCommitteeRefusal {}

    /// J11: withdrawal is always possible, after the agreed notice.
    @Rule(
            id = "J11",
            title = "A member leaves after the notice that it agreed to",
            cure = "Give notice, and leave on or after the day named.")
    record NoticePeriodNotServed(LocalDate earliest) implements JointCommitteeRefusal {}

    /// J13: refusals stay visible.
    @Rule(
            id = "J13",
            title = "An invitation that was declined, or that has led to a committee, is closed",
            cure = "Propose a new committee, or ask its members for admission.")
    record InvitationClosed(BodyRef member) implements JointCommitteeRefusal {}

    @Rule(
            title = "What is agreed to is the version of the terms that is proposed now",
            cure = "Read the current version and agree to that.")
    record TermsVersionStale(int current) implements JointCommitteeRefusal {}

    @Rule(
            title = "A joint committee's steps are taken by its own parties",
            cure = "Have one of its members, or of those invited, send it.",
            status = 403)
    record ActorNotOfThisBody(BodyRef body) implements JointCommitteeRefusal {}

    @Rule(
            title = "A joint committee's id stands for one proposal",
            cure = "Give the proposal an id of its own.",
            status = 409)
    record CodeInUse(JointCommitteeId jointCommittee) implements JointCommitteeRefusal {}
}
