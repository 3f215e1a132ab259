package org.ccgledger.events.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.InterestCategory;
import org.jspecify.annotations.Nullable;

/// What can happen at a meeting and to its decisions, in the order a reader meets it.
///
/// A decision is named by its meeting and its item.
public sealed interface MeetingEvent extends CcgEvent {

    /// A body that meets called a meeting.
    ///
    /// @param meetingOn the day of the meeting
    @EventName("ccg.meetings.MeetingScheduled")
    record MeetingScheduled(
            MeetingId meeting,
            ForumRef forum,
            LocalDate meetingOn,
            @Nullable ClockTime startsAt,
            boolean heldInPublic,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// The meeting began.
    ///
    /// @param members that have a vote on that day
    /// @param bodies that have a vote on that day, in place of members; in a joint committee only
    @EventName("ccg.meetings.MeetingOpened")
    record MeetingOpened(
            MeetingId meeting,
            ForumRef forum,
            List<PersonId> members,
            List<BodyRef> bodies,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// The last record of a person's attendance holds.
    ///
    /// @param body for which a voting person attends a joint committee
    /// @param until when the person left; absent while present
    @EventName(value = "ccg.meetings.AttendanceRecorded", fact = true)
    record AttendanceRecorded(
            MeetingId meeting,
            ForumRef forum,
            PersonId person,
            AttendeeCapacity capacity,
            @Nullable BodyRef body,
            ClockTime from,
            @Nullable ClockTime until,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// A decision was put on the agenda.
    ///
    /// @param delegatedPrimaryCare whether it is about primary medical services under the Board's
    ///   delegation
    /// @param concerns whom the decision affects; by it a vote finds whose interests it touches
    @EventName("ccg.meetings.ItemTabled")
    record ItemTabled(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            String title,
            FunctionCode function,
            AuthorityBasis basis,
            Authority authority,
            boolean delegatedPrimaryCare,
            List<BodyRef> concerns,
            List<DocRef> papers,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// The chair asked those present for their interests in the item.
    @EventName("ccg.meetings.InterestsCalled")
    record InterestsCalled(MeetingId meeting, ForumRef forum, ItemId item, LocalDate effectiveOn)
            implements MeetingEvent {}

    /// Somebody present declared an interest in an item.
    ///
    /// @param spoken what was declared here first
    @EventName(value = "ccg.meetings.InterestDeclaredAtMeeting", fact = true)
    record InterestDeclaredAtMeeting(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            PersonId person,
            InterestId interest,
            @Nullable SpokenInterest spoken,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// Whoever presided said what an interest means for an item.
    ///
    /// @param category of the interest as it was ruled on
    @EventName("ccg.meetings.InterestRuled")
    record InterestRuled(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            PersonId person,
            InterestId interest,
            InterestCategory category,
            Ruling ruling,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// Voting on an item began.
    ///
    /// @param eligible who may vote, after exclusions
    /// @param quorum how many have to
    /// @param interests those in the item that were live, of everybody present with a vote
    @EventName("ccg.meetings.VotingOpened")
    record VotingOpened(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            List<Voter> eligible,
            int quorum,
            List<RuledInterest> interests,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// Takes the place of what the same voter said before.
    @EventName("ccg.meetings.VoteCast")
    record VoteCast(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            PersonId person,
            @Nullable BodyRef body,
            Vote vote,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// An item was carried.
    ///
    /// @param ballots the votes that count
    /// @param castingVote of the chair, if it decided
    /// @param bound the bodies that the decision binds
    /// @param absent the bound bodies that did not vote
    /// @param interests those in the item that were live at its close, of all who voted or were
    ///   barred
    @EventName("ccg.meetings.DecisionCarried")
    record DecisionCarried(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            String title,
            FunctionCode function,
            AuthorityBasis basis,
            Authority authority,
            Tally tally,
            List<Ballot> ballots,
            @Nullable Vote castingVote,
            List<BodyRef> bound,
            List<BodyRef> absent,
            List<RuledInterest> interests,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// A member is bound although it voted against: it had agreed that a majority may do so.
    @EventName(value = "ccg.meetings.DecisionImposedOnDissentingMember", fact = true)
    record DecisionImposedOnDissentingMember(
            MeetingId meeting, ForumRef forum, ItemId item, BodyRef member, LocalDate effectiveOn)
            implements MeetingEvent {}

    /// An item was not carried.
    ///
    /// @param ballots the votes that count
    /// @param castingVote of the chair, if it decided
    @EventName("ccg.meetings.DecisionLost")
    record DecisionLost(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            String title,
            FunctionCode function,
            AuthorityBasis basis,
            Authority authority,
            LossReason reason,
            Tally tally,
            List<Ballot> ballots,
            @Nullable Vote castingVote,
            List<RuledInterest> interests,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// An item was put off.
    ///
    /// @param to the meeting at which it is to be taken up, where that is known
    @EventName("ccg.meetings.ItemDeferred")
    record ItemDeferred(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            @Nullable MeetingId to,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// An item was left to others to decide.
    ///
    /// @param to the forum to which it goes, where the ledger knows it
    @EventName("ccg.meetings.ItemReferred")
    record ItemReferred(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            ReferralRoute route,
            @Nullable ForumRef to,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    @EventName("ccg.meetings.MeetingClosed")
    record MeetingClosed(MeetingId meeting, ForumRef forum, LocalDate effectiveOn)
            implements MeetingEvent {}

    @EventName("ccg.meetings.MinutesApproved")
    record MinutesApproved(MeetingId meeting, ForumRef forum, DocRef minutes, LocalDate effectiveOn)
            implements MeetingEvent {}

    /// A decision of which the minutes tell: of the past, or of a meeting on paper.
    ///
    /// @param ballots as far as the minutes name who voted how
    /// @param bound the bodies that the decision binds
    @EventName(value = "ccg.meetings.DecisionMinuted", fact = true)
    record DecisionMinuted(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            String title,
            @Nullable FunctionCode function,
            @Nullable Authority authority,
            List<BodyRef> concerns,
            boolean carried,
            Tally tally,
            List<Ballot> ballots,
            List<BodyRef> bound,
            DocRef minutes,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// Somebody voted with an interest that the meeting did not clear, whenever it came to light.
    ///
    /// @param interest that was declared
    /// @param practice of the person's own, in which an interest is taken for granted
    @EventName(value = "ccg.meetings.DecisionTainted", fact = true)
    record DecisionTainted(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            PersonId person,
            @Nullable InterestId interest,
            @Nullable PracticeCode practice,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// A later decision took its place.
    @EventName("ccg.meetings.DecisionRescinded")
    record DecisionRescinded(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            MeetingId byMeeting,
            ItemId byItem,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    /// A meeting with a quorum that has no interest in the item stands by a tainted decision.
    @EventName("ccg.meetings.DecisionRatified")
    record DecisionRatified(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            MeetingId atMeeting,
            LocalDate effectiveOn)
            implements MeetingEvent {}

    MeetingId meeting();

    ForumRef forum();

    /// Under a person are found that person's votes and what bears on them.
    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case MeetingScheduled _,
                    MeetingOpened _,
                    ItemTabled _,
                    InterestsCalled _,
                    VotingOpened _,
                    ItemDeferred _,
                    ItemReferred _,
                    MeetingClosed _,
                    MinutesApproved _,
                    DecisionRescinded _,
                    DecisionRatified _ ->
                    tags(Stream.empty(), Stream.empty());
            case AttendanceRecorded e -> tags(Stream.of(e.person()), Stream.ofNullable(e.body()));
            case InterestDeclaredAtMeeting e -> tags(Stream.of(e.person()), Stream.empty());
            case InterestRuled e -> tags(Stream.of(e.person()), Stream.empty());
            case VoteCast e -> tags(Stream.of(e.person()), Stream.ofNullable(e.body()));
            case DecisionCarried e ->
                    tags(Stream.empty(), Stream.concat(e.bound().stream(), bodies(e.ballots())));
            case DecisionImposedOnDissentingMember e -> tags(Stream.empty(), Stream.of(e.member()));
            case DecisionLost e -> tags(Stream.empty(), bodies(e.ballots()));
            case DecisionMinuted e ->
                    tags(
                            e.ballots().stream().map(Ballot::person),
                            Stream.concat(e.bound().stream(), bodies(e.ballots())));
            case DecisionTainted e -> tags(Stream.of(e.person()), Stream.empty());
        };
    }

    private Set<Tag> tags(Stream<PersonId> persons, Stream<BodyRef> bodies) {
        return Stream.of(
                        Stream.of(Tag.meeting(meeting()), Tag.forum(forum())),
                        forum().governed().map(Tag::ccg).stream(),
                        persons.map(Tag::person),
                        bodies.flatMap(body -> body.asCcg().stream()).map(Tag::ccg))
                .flatMap(tags -> tags)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<BodyRef> bodies(List<Ballot> ballots) {
        return ballots.stream().map(Ballot::body).filter(Objects::nonNull).map(body -> body);
    }
}
