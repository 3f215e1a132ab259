package org.ccgledger.command.meetings;

import static org.ccgledger.events.Role.COMMITTEE_CHAIR;
import static org.ccgledger.events.Role.COMMITTEE_MEMBER;
import static org.ccgledger.events.Role.COMMITTEE_SECRETARY;
import static org.ccgledger.events.Role.DECLARANT;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.ReferralRoute;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.SpokenInterest;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;

/// What can be asked for about meetings and their decisions, in the order a reader meets it.
///
/// NHS Act 2006 Sch 1A: how a group's governing body and committees decide.
public sealed interface MeetingCommand extends Command {

    MeetingId meeting();

    /// Who may send it depends on whose meeting it is.
    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// What is about one item of a meeting.
    interface OnItem {
        MeetingId meeting();

        ItemId item();
    }

    /// Calls a meeting.
    ///
    /// @param meetingOn the day of the meeting
    @SentBy(
            value = {COMMITTEE_SECRETARY, COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record ScheduleMeeting(
            MeetingId meeting,
            ForumRef forum,
            LocalDate meetingOn,
            @Nullable ClockTime startsAt,
            boolean heldInPublic)
            implements MeetingCommand {}

    @SentBy(
            value = {COMMITTEE_SECRETARY, COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record OpenMeeting(MeetingId meeting) implements MeetingCommand {}

    /// Records that somebody attends, or takes the place of what was recorded of that person.
    ///
    /// @param body for which a voting person attends a joint committee
    /// @param until when the person left; absent while present
    @SentBy(value = COMMITTEE_SECRETARY, bodyLeftToRule = true)
    record RecordAttendance(
            MeetingId meeting,
            PersonId person,
            AttendeeCapacity capacity,
            @Nullable BodyRef body,
            ClockTime from,
            @Nullable ClockTime until)
            implements MeetingCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return until != null && until.value().compareTo(from.value()) < 0
                    ? List.of(new FieldError("/until", "is not before `from`"))
                    : List.of();
        }
    }

    /// Puts a decision on the agenda, under the authority that stands beside it.
    ///
    /// @param delegatedPrimaryCare whether it is about primary medical services under the Board's
    ///   delegation
    /// @param concerns whom the decision affects
    @SentBy(value = COMMITTEE_SECRETARY, bodyLeftToRule = true)
    record TableItem(
            MeetingId meeting,
            ItemId item,
            String title,
            FunctionCode function,
            AuthorityBasis basis,
            boolean delegatedPrimaryCare,
            List<BodyRef> concerns,
            List<DocRef> papers)
            implements MeetingCommand, OnItem {}

    /// The chair asks those present for their interests in the item.
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record CallForInterests(MeetingId meeting, ItemId item) implements MeetingCommand, OnItem {}

    /// Somebody present declares an interest in the item: one of the register's, or a new one that
    /// the register does not have yet.
    @SentBy(
            value = {
                DECLARANT,
                COMMITTEE_MEMBER,
                COMMITTEE_CHAIR,
                GOVERNING_BODY_CHAIR,
                COMMITTEE_SECRETARY
            },
            bodyLeftToRule = true)
    record DeclareInterestAtMeeting(
            MeetingId meeting,
            ItemId item,
            PersonId person,
            InterestId interest,
            @Nullable SpokenInterest spoken)
            implements MeetingCommand, OnItem {
        @Override
        public List<FieldError> fieldErrors() {
            return spoken == null || spoken.nature().subject().equals(person)
                    ? List.of()
                    : List.of(
                            new FieldError("/spoken/nature/subject", "is the person who declares"));
        }
    }

    /// The chair, or whoever presides in the chair's place, says what an interest means for the
    /// item.
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record RuleOnInterest(
            MeetingId meeting, ItemId item, PersonId person, InterestId interest, Ruling ruling)
            implements MeetingCommand, OnItem {}

    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record OpenVoting(MeetingId meeting, ItemId item) implements MeetingCommand, OnItem {}

    /// A voter's own vote. Before the vote is closed another takes its place.
    @SentBy(
            value = {COMMITTEE_MEMBER, COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record CastVote(MeetingId meeting, ItemId item, PersonId member, Vote vote)
            implements MeetingCommand, OnItem {}

    /// Counts the votes: the decision is carried or lost.
    ///
    /// @param castingVote of the chair, where the committee's terms grant one and votes are equal
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record CloseVoting(MeetingId meeting, ItemId item, @Nullable Vote castingVote)
            implements MeetingCommand, OnItem {
        @Override
        public List<FieldError> fieldErrors() {
            return castingVote == Vote.ABSTAIN
                    ? List.of(new FieldError("/castingVote", "is FOR or AGAINST"))
                    : List.of();
        }
    }

    /// Puts an item off.
    ///
    /// @param to the meeting at which it is to be taken up, where that is known
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record DeferItem(MeetingId meeting, ItemId item, @Nullable MeetingId to)
            implements MeetingCommand, OnItem {}

    /// Leaves an item to others to decide.
    ///
    /// @param to the forum to which it goes, where the ledger knows it
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record ReferItem(MeetingId meeting, ItemId item, ReferralRoute route, @Nullable ForumRef to)
            implements MeetingCommand, OnItem {}

    @SentBy(
            value = {COMMITTEE_SECRETARY, COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record CloseMeeting(MeetingId meeting) implements MeetingCommand {}

    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record ApproveMinutes(MeetingId meeting, DocRef minutes) implements MeetingCommand {}

    /// Records a decision of which the minutes tell, and which took effect on the day beside it.
    ///
    /// @param forum that decided
    /// @param ballots as far as the minutes name who voted how
    @SentBy(value = COMMITTEE_SECRETARY, bodyLeftToRule = true)
    record RecordMinutedDecision(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            String title,
            @Nullable FunctionCode function,
            List<BodyRef> concerns,
            boolean carried,
            Tally tally,
            List<Ballot> ballots,
            DocRef minutes)
            implements MeetingCommand, OnItem {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            Tally named = Tally.of(ballots);
            atMost(named.inFavour(), tally.inFavour(), "/tally/inFavour", errors);
            atMost(named.against(), tally.against(), "/tally/against", errors);
            atMost(named.abstained(), tally.abstained(), "/tally/abstained", errors);
            return errors;
        }

        private static void atMost(
                int named, int counted, String pointer, List<FieldError> errors) {
            if (counted < named) {
                errors.add(new FieldError(pointer, "is at least as many as `ballots` name"));
            }
        }
    }

    /// Sent when an interest becomes known of somebody who voted; whether it touches the decision
    /// is for the decider to see.
    @SentBy(SYSTEM)
    record RecordTaint(MeetingId meeting, ItemId item, PersonId person)
            implements MeetingCommand, OnItem {}

    /// A newer decision takes the place of this one.
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record RescindDecision(MeetingId meeting, ItemId item, MeetingId byMeeting, ItemId byItem)
            implements MeetingCommand, OnItem {}

    /// A meeting with a quorum that has no interest in the item stands by a tainted decision.
    @SentBy(
            value = {COMMITTEE_CHAIR, GOVERNING_BODY_CHAIR},
            bodyLeftToRule = true)
    record RatifyDecision(MeetingId meeting, ItemId item, MeetingId atMeeting)
            implements MeetingCommand, OnItem {}
}
