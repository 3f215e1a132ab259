package org.ccgledger.command.meetings;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Tally;

/// Every rule about meetings, by the reason it gives when it says no.
sealed interface MeetingRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group decides on its functions once it is operational, from 1 April 2013 on",
            cure = "Table the item when the group is operational.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements MeetingRefusal {}

    /// D7: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21.
    @Rule(
            id = "D7",
            title = "A group decides on a function only while it exercises it itself",
            cure = "Have the decision taken by the body that exercises the function.")
    record FunctionNotExercisable(CcgCode ccg, FunctionCode function, BodyRef exercisedBy)
            implements MeetingRefusal {}

    /// I1: NHS Act 2006 s.14O(1) and (3): members of committees declare for themselves.
    @Rule(
            id = "I1",
            title = "Interests in an item are declared by those who attend, for themselves",
            cure = "Record the attendance first, and have the person or the secretary declare.")
    record DeclarantNotInScope(PersonId person, OutOfScope because) implements MeetingRefusal {}

    /// Why somebody does not declare.
    enum OutOfScope {
        NOT_PRESENT,
        DECLARES_FOR_ANOTHER
    }

    /// I5: those with a financial interest stand aside: the statutory guidance on conflicts of
    /// interest, without exception where primary medical services are commissioned by delegation.
    @Rule(
            id = "I5",
            title = "A financial interest excludes, unless there are reasons that it need not",
            cure =
                    "Rule EXCLUDE, or give reasons for less; on delegated primary care nothing less "
                            + "is possible.")
    record RulingTooLenient(InterestId interest, Ruling ruling) implements MeetingRefusal {}

    /// J8: a joint committee acts within the functions that its members gave it.
    @Rule(
            id = "J8",
            title = "A joint committee decides within its terms of reference",
            cure = "Take the decision in each body, or vary the terms first.")
    record OutsideDelegatedScope(FunctionCode function) implements MeetingRefusal {}

    /// M1: NHS Act 2006 Sch 1A; the terms of reference of a joint committee.
    @Rule(
            id = "M1",
            title = "Only members of the body that meets, or their deputies, have a vote in it",
            cure = "Record who attends, and in which capacity, as the membership is on that day.")
    record NotAVotingMember(PersonId person, NoVote because) implements MeetingRefusal {}

    /// Why somebody has no vote.
    enum NoVote {
        NOT_APPOINTED,
        NOT_PRESENT,
        VOTES_FOR_ANOTHER
    }

    /// M2: standing orders: the chair asks before each item.
    @Rule(
            id = "M2",
            title = "The chair has called for interests in an item before it is voted on",
            cure = "Call for interests first.")
    record InterestsNotCalled(ItemId item) implements MeetingRefusal {}

    /// M3: NHS Act 2006 s.14O(4): conflicts are managed before the decision.
    @Rule(
            id = "M3",
            title = "Every interest in the item of somebody present with a vote has been ruled on",
            cure = "Rule on each of these interests.")
    record InterestUnresolved(ItemId item, Set<String> interests) implements MeetingRefusal {}

    /// M4, and I8 for the practice of one's own: who has an interest stands aside.
    @Rule(
            id = "M4",
            title = "A member whom an interest excludes does not vote",
            cure = "Abstain from voting; the item may be deferred or referred.")
    record ConflictedMemberMayNotVote(PersonId person, Set<String> interests)
            implements MeetingRefusal {}

    /// M5: standing orders: the deputy or a lay member presides where the chair has an interest.
    @Rule(
            id = "M5",
            title = "Who presides over an item has no interest in it",
            cure = "Have the deputy chair or a lay member preside over the item.")
    record ChairConflicted(PersonId chair, Set<String> interests) implements MeetingRefusal {}

    /// M6 and M7: those whom an interest excludes do not count.
    @Rule(
            id = "M6",
            title = "A quorum remains once those with an interest have stood aside",
            cure = "Defer the item, or refer it to others.")
    record NotQuorate(int remaining, int quorum, Set<PersonId> excluded)
            implements MeetingRefusal {}

    /// M8: one vote a voter; a joint committee's members have one each.
    @Rule(
            id = "M8",
            title = "A member of a joint committee has one vote, cast by one person",
            cure = "Have the person who cast it change it while voting is open.",
            status = 409)
    record AlreadyVoted(BodyRef body, PersonId by) implements MeetingRefusal {}

    /// M10: every decision rests on a function, delegation, direction or joint scope.
    @Rule(
            id = "M10",
            title = "An item cites the authority under which it will be decided",
            cure = "Give `authority` with its instrument and provision.")
    record AuthorityNotCited() implements MeetingRefusal {}

    /// P11: the Board's functions in primary care are not for those who provide it.
    @Rule(
            id = "P11",
            title =
                    "What the Board has delegated of primary care, a primary care committee decides",
            cure = "Table it at the group's primary care commissioning committee.")
    record DecisionReservedToPCCC(ForumRef forum) implements MeetingRefusal {}

    /// P14: voting that is open goes on.
    @Rule(
            id = "P14",
            title =
                    "A group whose governance failed an audit decides nothing new that is delegated",
            cure = "Have it audited again, or ask the Board to override the block for a time.")
    record GovernanceAuditNotPassed(GovernanceAuditId audit) implements MeetingRefusal {}

    /// M9: a second vote is the chair's only by the terms of the committee.
    @Rule(
            id = "M9",
            title = "A chair has a casting vote where the terms grant one and votes are equal",
            cure = "Close voting without a casting vote.")
    record NoCastingVote(Tally tally) implements MeetingRefusal {}

    @Rule(
            title = "Votes are cast and counted while voting on the item is open",
            cure = "Open voting first; what has been decided needs a new item.")
    record VotingNotOpen(ItemId item) implements MeetingRefusal {}

    /// K1: NHS Act 2006 s.14O(3): what came to light since voting was opened counts as well.
    @Rule(
            id = "K1",
            title = "A member with an interest on which nobody has ruled does not vote",
            cure = "Declare the interest to the meeting, and have the chair rule on it.")
    record LiveInterestUndeclared(PersonId person, Set<String> interests)
            implements MeetingRefusal {}

    @Rule(
            title = "Voting on an item is closed before anything else is done about it",
            cure = "Close voting first.")
    record VotingOpen(Set<ItemId> items) implements MeetingRefusal {}

    @Rule(
            title = "What happens at a meeting happens while it is open",
            cure = "Open the meeting, or call another.")
    record MeetingNotOpen(Meeting.Stage stage) implements MeetingRefusal {}

    @Rule(
            title = "Minutes are approved of a meeting that is over",
            cure = "Close the meeting first.")
    record MeetingNotClosed(Meeting.Stage stage) implements MeetingRefusal {}

    @Rule(
            title = "A meeting is called once, by one body",
            cure = "Give another meeting an id of its own.",
            status = 409)
    record MeetingAlreadyScheduled(ForumRef forum) implements MeetingRefusal {}

    @Rule(
            title = "An item's number stands for one item of a meeting",
            cure = "Give the item a number of its own.",
            status = 409)
    record ItemAlreadyTabled(ItemId item) implements MeetingRefusal {}

    @Rule(
            title = "An item is decided, deferred or referred once",
            cure = "Table it anew.",
            status = 409)
    record ItemSettled(ItemId item, Item.Stage stage) implements MeetingRefusal {}

    @Rule(
            title = "The minutes of a meeting are approved once",
            cure = "Correct them in the minutes of a later meeting.",
            status = 409)
    record MinutesAlreadyApproved(LocalDate on) implements MeetingRefusal {}

    @Rule(
            title = "Only a decision that was carried is rescinded",
            cure = "Name the item that was carried.")
    record DecisionNotCarried(ItemId item, Item.Stage stage) implements MeetingRefusal {}

    @Rule(
            title = "A decision is rescinded by one that the same body carried since",
            cure = "Have the body decide anew, and name that decision.")
    record NewerDecisionMissing(MeetingId byMeeting, ItemId byItem) implements MeetingRefusal {}

    @Rule(
            title = "A decision is rescinded once",
            cure = "Rescind the decision that took its place.",
            status = 409)
    record AlreadyRescinded(MeetingId byMeeting, ItemId byItem) implements MeetingRefusal {}

    /// M11: there is something to ratify once an interest has come to light after the vote.
    @Rule(
            id = "M11",
            title = "Only a decision that an interest taints is ratified",
            cure = "Nothing needs to be done about a decision that stands untainted.")
    record DecisionNotTainted(ItemId item) implements MeetingRefusal {}

    @Rule(
            title = "What is done at a meeting is done by people of the bodies whose meeting it is",
            cure = "Have somebody send it who acts for the group or a member of the committee.",
            status = 403)
    record ActorNotOfThisBody(BodyRef body) implements MeetingRefusal {}
}
