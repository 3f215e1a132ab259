package org.ccgledger.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.ReferralRoute;
import org.ccgledger.events.meetings.RuledInterest;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.SpokenInterest;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.ccgledger.events.meetings.Voter;
import org.jspecify.annotations.Nullable;

/// Two meetings of Kingston's governing body, at the first of which somebody stands aside and a
/// vote turns out to be tainted; one of a joint committee that binds a member against its vote; and
/// one that is known from its minutes.
public final class SampleMeetings {

    public static final MeetingId FEBRUARY = new MeetingId("kingston-2015-02");
    public static final MeetingId MARCH = new MeetingId("kingston-2015-03");
    public static final MeetingId JOINT = new MeetingId("north-and-south-2015-03");
    public static final PersonId CHAIR = person(1);
    public static final PersonId GP = person(2);
    public static final PersonId LAY = person(3);
    public static final InterestId SHARES = new InterestId("9b1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");
    public static final InterestId LATER = new InterestId("8c2f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");

    private static final ForumRef KINGSTON = ForumRef.governingBody(SampleHistory.KINGSTON);
    private static final ForumRef COMMITTEE =
            ForumRef.jointCommittee(new JointCommitteeId("north-and-south"));
    private static final BodyRef AIREDALE_GROUP = BodyRef.ccg(SampleHistory.AIREDALE);
    private static final BodyRef KINGSTON_GROUP = BodyRef.ccg(SampleHistory.KINGSTON);
    private static final BodyRef THURROCK_GROUP = BodyRef.ccg(SampleHistory.THURROCK);
    private static final FunctionCode URGENT = new FunctionCode("urgent-care");
    private static final Authority ACT = Authority.of("NHS Act 2006", "s.3");
    private static final ClockTime TWO = new ClockTime("14:00");
    private static final ItemId FIRST = new ItemId("1");
    private static final ItemId SECOND = new ItemId("2");
    private static final ItemId THIRD = new ItemId("3");
    private static final ItemId FOURTH = new ItemId("4");
    private static final LocalDate CALLED_ON = LocalDate.of(2015, 2, 3);
    private static final LocalDate HELD_ON = LocalDate.of(2015, 2, 24);
    private static final LocalDate KNOWN_ON = LocalDate.of(2015, 3, 10);
    private static final LocalDate NEXT_ON = LocalDate.of(2015, 3, 24);

    private final RecordedHistory history;

    private SampleMeetings(RecordedHistory history) {
        this.history = history;
    }

    /// Appends them all.
    ///
    /// @return the last position before the taint was recorded
    public static long appendTo(RecordedHistory history) {
        SampleMeetings meetings = new SampleMeetings(history);
        long beforeTaint = meetings.february();
        meetings.march();
        meetings.joint();
        meetings.minuted();
        return beforeTaint;
    }

    private static PersonId person(int number) {
        return new PersonId("7a9d4a52-0c1b-4b7e-9a51-%012d".formatted(number));
    }

    private void append(MeetingId meeting, CcgEvent... events) {
        history.append(StreamName.meeting(meeting), events);
    }

    private static ItemTabled tabled(MeetingId meeting, ForumRef forum, ItemId item, LocalDate on) {
        return new ItemTabled(
                meeting,
                forum,
                item,
                "=Contract " + item,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                ACT,
                false,
                List.of(new BodyRef("PROVIDER/NQ101")),
                List.of(DocRef.titled("Paper " + item)),
                on);
    }

    private static DecisionCarried carried(
            MeetingId meeting,
            ForumRef forum,
            ItemId item,
            List<Ballot> ballots,
            List<BodyRef> bound,
            List<BodyRef> absent,
            List<RuledInterest> interests,
            LocalDate on) {
        return new DecisionCarried(
                meeting,
                forum,
                item,
                "=Contract " + item,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                ACT,
                Tally.of(ballots),
                ballots,
                null,
                bound,
                absent,
                interests,
                on);
    }

    private void attended(
            MeetingId meeting,
            ForumRef forum,
            PersonId person,
            AttendeeCapacity capacity,
            @Nullable BodyRef body,
            LocalDate on) {
        append(
                meeting,
                new AttendanceRecorded(meeting, forum, person, capacity, body, TWO, null, on));
    }

    private long february() {
        append(FEBRUARY, new MeetingScheduled(FEBRUARY, KINGSTON, HELD_ON, TWO, true, CALLED_ON));
        for (ItemId item : List.of(FIRST, SECOND, THIRD, FOURTH)) {
            append(FEBRUARY, tabled(FEBRUARY, KINGSTON, item, CALLED_ON));
        }
        append(
                FEBRUARY,
                new MeetingOpened(
                        FEBRUARY,
                        KINGSTON,
                        List.of(CHAIR, GP, LAY, person(4)),
                        List.of(),
                        HELD_ON));
        for (PersonId member : List.of(CHAIR, GP, LAY)) {
            attended(FEBRUARY, KINGSTON, member, AttendeeCapacity.VOTING_MEMBER, null, HELD_ON);
        }
        attended(FEBRUARY, KINGSTON, person(9), AttendeeCapacity.IN_ATTENDANCE, null, HELD_ON);
        RuledInterest excluded = new RuledInterest(GP, SHARES, null, Ruling.EXCLUDE);
        RuledInterest own =
                new RuledInterest(LAY, null, new PracticeCode("Z08001"), Ruling.EXCLUDE);
        append(
                FEBRUARY,
                new InterestsCalled(FEBRUARY, KINGSTON, FIRST, HELD_ON),
                new InterestDeclaredAtMeeting(
                        FEBRUARY,
                        KINGSTON,
                        FIRST,
                        GP,
                        SHARES,
                        new SpokenInterest(
                                InterestCategory.FINANCIAL, null, new PersonalText(GP, "Shares")),
                        HELD_ON),
                new InterestRuled(
                        FEBRUARY,
                        KINGSTON,
                        FIRST,
                        GP,
                        SHARES,
                        InterestCategory.FINANCIAL,
                        Ruling.EXCLUDE,
                        HELD_ON),
                new VotingOpened(
                        FEBRUARY,
                        KINGSTON,
                        FIRST,
                        List.of(new Voter(CHAIR, null), new Voter(LAY, null)),
                        2,
                        List.of(excluded),
                        HELD_ON),
                new VoteCast(FEBRUARY, KINGSTON, FIRST, CHAIR, null, Vote.FOR, HELD_ON),
                new VoteCast(FEBRUARY, KINGSTON, FIRST, LAY, null, Vote.ABSTAIN, HELD_ON));
        append(
                FEBRUARY,
                carried(
                        FEBRUARY,
                        KINGSTON,
                        FIRST,
                        List.of(
                                new Ballot(CHAIR, null, Vote.FOR),
                                new Ballot(LAY, null, Vote.ABSTAIN)),
                        List.of(KINGSTON_GROUP),
                        List.of(),
                        List.of(excluded),
                        HELD_ON));
        append(
                FEBRUARY,
                new DecisionLost(
                        FEBRUARY,
                        KINGSTON,
                        SECOND,
                        "=Contract 2",
                        URGENT,
                        AuthorityBasis.OWN_FUNCTION,
                        ACT,
                        LossReason.MAJORITY_NOT_REACHED,
                        new Tally(1, 1, 0),
                        List.of(
                                new Ballot(CHAIR, null, Vote.FOR),
                                new Ballot(GP, null, Vote.AGAINST)),
                        null,
                        List.of(own),
                        HELD_ON));
        append(FEBRUARY, new ItemDeferred(FEBRUARY, KINGSTON, THIRD, MARCH, HELD_ON));
        append(
                FEBRUARY,
                new ItemReferred(
                        FEBRUARY, KINGSTON, FOURTH, ReferralRoute.CONFLICTS_PANEL, null, HELD_ON));
        append(FEBRUARY, new MeetingClosed(FEBRUARY, KINGSTON, HELD_ON));
        long beforeTaint =
                history.append(
                        StreamName.meeting(FEBRUARY),
                        new MinutesApproved(
                                FEBRUARY, KINGSTON, DocRef.titled("Minutes"), KNOWN_ON));
        append(
                FEBRUARY,
                new DecisionTainted(FEBRUARY, KINGSTON, FIRST, CHAIR, LATER, null, KNOWN_ON));
        return beforeTaint;
    }

    private void march() {
        append(
                MARCH,
                new MeetingScheduled(MARCH, KINGSTON, NEXT_ON, null, false, KNOWN_ON),
                new MeetingOpened(
                        MARCH, KINGSTON, List.of(CHAIR, GP, LAY, person(4)), List.of(), NEXT_ON));
        for (PersonId member : List.of(GP, LAY)) {
            attended(MARCH, KINGSTON, member, AttendeeCapacity.VOTING_MEMBER, null, NEXT_ON);
        }
        append(
                MARCH,
                tabled(MARCH, KINGSTON, FIRST, NEXT_ON),
                carried(
                        MARCH,
                        KINGSTON,
                        FIRST,
                        List.of(new Ballot(GP, null, Vote.FOR), new Ballot(LAY, null, Vote.FOR)),
                        List.of(KINGSTON_GROUP),
                        List.of(),
                        List.of(),
                        NEXT_ON));
        append(
                FEBRUARY,
                new DecisionRatified(FEBRUARY, KINGSTON, FIRST, MARCH, NEXT_ON),
                new DecisionRescinded(
                        FEBRUARY, KINGSTON, FIRST, MARCH, FIRST, NEXT_ON.plusDays(1)));
    }

    private void joint() {
        List<BodyRef> members = List.of(AIREDALE_GROUP, THURROCK_GROUP, KINGSTON_GROUP);
        List<Ballot> ballots = new ArrayList<>();
        ballots.add(new Ballot(person(5), AIREDALE_GROUP, Vote.FOR));
        ballots.add(new Ballot(person(6), THURROCK_GROUP, Vote.AGAINST));
        append(
                JOINT,
                new MeetingScheduled(JOINT, COMMITTEE, NEXT_ON, null, true, KNOWN_ON),
                new MeetingOpened(JOINT, COMMITTEE, List.of(), members, NEXT_ON));
        attended(
                JOINT,
                COMMITTEE,
                person(5),
                AttendeeCapacity.VOTING_MEMBER,
                AIREDALE_GROUP,
                NEXT_ON);
        attended(JOINT, COMMITTEE, person(6), AttendeeCapacity.DEPUTY, THURROCK_GROUP, NEXT_ON);
        append(JOINT, tabled(JOINT, COMMITTEE, FIRST, NEXT_ON));
        append(
                JOINT,
                carried(
                        JOINT,
                        COMMITTEE,
                        FIRST,
                        ballots,
                        members,
                        List.of(KINGSTON_GROUP),
                        List.of(),
                        NEXT_ON),
                new DecisionImposedOnDissentingMember(
                        JOINT, COMMITTEE, FIRST, THURROCK_GROUP, NEXT_ON));
    }

    private void minuted() {
        MeetingId paper = new MeetingId("airedale-2013-06");
        append(
                paper,
                new DecisionMinuted(
                        paper,
                        ForumRef.governingBody(SampleHistory.AIREDALE),
                        FIRST,
                        "Out of hours service",
                        URGENT,
                        ACT,
                        List.of(),
                        true,
                        new Tally(7, 1, 0),
                        List.of(new Ballot(person(7), null, Vote.AGAINST)),
                        List.of(AIREDALE_GROUP),
                        DocRef.titled("Minutes of June"),
                        LocalDate.of(2013, 6, 11)));
    }
}
