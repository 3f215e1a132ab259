package org.ccgledger.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.meetings.Held.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.ReferralRoute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static ScheduleMeeting schedule(ForumRef forum) {
        return new ScheduleMeeting(FEBRUARY, forum, DAY, TWO, true);
    }

    private static RecordAttendance attend(PersonId person, AttendeeCapacity capacity) {
        return new RecordAttendance(FEBRUARY, person, capacity, null, TWO, null);
    }

    private static TableItem table(boolean delegatedPrimaryCare) {
        return new TableItem(
                FEBRUARY,
                ITEM,
                TITLE,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                delegatedPrimaryCare,
                List.of(PROVIDER),
                List.of());
    }

    @Test
    void a_body_calls_its_meeting_once() {
        secretary().on(CALLED_ON).when(schedule(FORUM)).thenAccepted(scheduled());
        secretary().given(scheduled()).when(schedule(FORUM)).thenUnchanged();
        secretary()
                .given(scheduled())
                .when(new ScheduleMeeting(FEBRUARY, FORUM, DAY.plusDays(1), TWO, true))
                .thenRefused(new MeetingAlreadyScheduled(FORUM));
    }

    @Test
    void a_body_that_does_not_exist_does_not_meet() {
        secretary().when(schedule(ForumRef.governingBody(new CcgCode("99Z")))).thenNotFound();
        secretary().when(schedule(new ForumRef("COMMITTEE/primary-care"))).thenNotFound();
        secretary().when(schedule(new ForumRef("JOINT_COMMITTEE/nowhere"))).thenNotFound();
        Specification.of(MeetingDecider.DECIDER)
                .by("a-secretary", Role.COMMITTEE_SECRETARY, GROUP)
                .on(DAY)
                .when(schedule(FORUM))
                .thenNotFound();
    }

    @Test
    void nobody_of_another_body_acts_at_a_meeting() {
        BodyRef neighbour = BodyRef.ccg(Directed.NEIGHBOUR);
        secretary()
                .by("another", Role.COMMITTEE_SECRETARY, neighbour)
                .when(schedule(FORUM))
                .thenRefused(new ActorNotOfThisBody(neighbour));
        chair().given(scheduled())
                .by("another", Role.COMMITTEE_CHAIR, neighbour)
                .when(new OpenMeeting(FEBRUARY))
                .thenRefused(new ActorNotOfThisBody(neighbour));
    }

    @Test
    void a_meeting_is_opened_and_closed() {
        chair().when(new OpenMeeting(FEBRUARY)).thenNotFound();
        chair().given(scheduled()).when(new OpenMeeting(FEBRUARY)).thenAccepted(opened(FEBRUARY));
        chair().given(sitting(FEBRUARY)).when(new OpenMeeting(FEBRUARY)).thenUnchanged();
        chair().given(scheduled())
                .when(new CloseMeeting(FEBRUARY))
                .thenRefused(new MeetingNotOpen(Meeting.Stage.SCHEDULED));
        MeetingClosed closed = new MeetingClosed(FEBRUARY, FORUM, DAY);
        chair().given(sitting(FEBRUARY)).when(new CloseMeeting(FEBRUARY)).thenAccepted(closed);
        chair().given(sitting(FEBRUARY))
                .given(closed)
                .when(new CloseMeeting(FEBRUARY))
                .thenUnchanged();
        chair().given(sitting(FEBRUARY))
                .given(closed)
                .when(new OpenMeeting(FEBRUARY))
                .thenRefused(new MeetingNotOpen(Meeting.Stage.CLOSED));
        chair().given(voting(CHAIR))
                .when(new CloseMeeting(FEBRUARY))
                .thenRefused(new VotingOpen(Set.of(ITEM)));
    }

    @Test
    void nothing_is_done_at_a_meeting_before_its_day() {
        LocalDate today = LocalDate.of(2026, 1, 1);
        chair().given(scheduled())
                .on(today.plusDays(1))
                .when(new OpenMeeting(FEBRUARY))
                .thenRefused(new EffectiveDateInFuture(today));
        chair().given(scheduled())
                .on(CALLED_ON.minusDays(1))
                .when(new OpenMeeting(FEBRUARY))
                .thenRefused(new BackdatedBeyondLimit(CALLED_ON));
    }

    @Test
    void members_attend_with_a_vote_and_anybody_without() {
        secretary()
                .given(scheduled())
                .when(attend(GP, AttendeeCapacity.VOTING_MEMBER))
                .thenAccepted(attended(FEBRUARY, GP));
        secretary()
                .given(sitting(FEBRUARY, GP))
                .when(attend(GP, AttendeeCapacity.VOTING_MEMBER))
                .thenUnchanged();
        secretary()
                .given(scheduled())
                .when(attend(STRANGER, AttendeeCapacity.IN_ATTENDANCE))
                .thenAccepted(AttendanceRecorded.class);
        secretary()
                .given(scheduled())
                .when(attend(STRANGER, AttendeeCapacity.VOTING_MEMBER))
                .thenRefused(new NotAVotingMember(STRANGER, NoVote.NOT_APPOINTED));
        secretary()
                .given(scheduled())
                .when(attend(GP, AttendeeCapacity.DEPUTY))
                .thenRefused(new NotAVotingMember(GP, NoVote.NOT_APPOINTED));
    }

    @Test
    void nobody_leaves_before_coming() {
        RecordAttendance wrong =
                new RecordAttendance(
                        FEBRUARY,
                        GP,
                        AttendeeCapacity.VOTING_MEMBER,
                        null,
                        TWO,
                        new ClockTime("13:59"));
        assertThat(wrong.fieldErrors()).hasSize(1);
    }

    @Test
    void an_item_is_tabled_once_under_an_authority() {
        secretary()
                .given(scheduled())
                .on(CALLED_ON)
                .when(table(false))
                .thenAccepted(tabled(ITEM, PROVIDER));
        secretary()
                .given(scheduled(), tabled(ITEM, PROVIDER))
                .on(CALLED_ON)
                .when(table(false))
                .thenUnchanged();
        secretary()
                .given(scheduled(), tabled(ITEM))
                .when(table(false))
                .thenRefused(new ItemAlreadyTabled(ITEM));
        secretary()
                .given(scheduled())
                .withoutAuthority()
                .when(table(false))
                .thenRefused(new AuthorityNotCited());
        secretary()
                .given(sitting(FEBRUARY))
                .given(new MeetingClosed(FEBRUARY, FORUM, DAY))
                .when(table(false))
                .thenRefused(new MeetingNotOpen(Meeting.Stage.CLOSED));
    }

    @Test
    void a_group_decides_on_what_it_exercises_once_it_is_operational() {
        LocalDate early = Directed.GO_LIVE.minusDays(1);
        secretary()
                .given(new MeetingScheduled(FEBRUARY, FORUM, early, null, true, early))
                .on(early)
                .when(table(false))
                .thenRefused(new CCGNotOperational(THURROCK, early));
        secretary()
                .given(Directed.exercisedByNeighbour())
                .given(scheduled())
                .when(
                        new TableItem(
                                FEBRUARY,
                                ITEM,
                                TITLE,
                                Directed.ACUTE,
                                AuthorityBasis.OWN_FUNCTION,
                                false,
                                List.of(),
                                List.of()))
                .thenRefused(
                        new FunctionNotExercisable(
                                THURROCK, Directed.ACUTE, BodyRef.ccg(Directed.NEIGHBOUR)));
    }

    @Test
    void what_the_board_delegated_of_primary_care_is_not_for_the_governing_body() {
        secretary()
                .given(scheduled())
                .when(table(true))
                .thenRefused(new DecisionReservedToPCCC(FORUM));
    }

    @Tag("M7")
    @Test
    void an_item_is_deferred_or_referred_once() {
        DeferItem defer = new DeferItem(FEBRUARY, ITEM, MARCH);
        ReferItem refer = new ReferItem(FEBRUARY, ITEM, ReferralRoute.CONFLICTS_PANEL, null);
        ItemDeferred deferred = new ItemDeferred(FEBRUARY, FORUM, ITEM, MARCH, DAY);
        chair().given(before(CHAIR)).when(defer).thenAccepted(deferred);
        chair().given(voting(CHAIR))
                .when(refer)
                .thenAccepted(
                        new ItemReferred(
                                FEBRUARY, FORUM, ITEM, ReferralRoute.CONFLICTS_PANEL, null, DAY));
        chair().given(before(CHAIR))
                .given(deferred)
                .when(refer)
                .thenRefused(new ItemSettled(ITEM, Item.Stage.DEFERRED));
        chair().given(sitting(FEBRUARY, CHAIR)).when(defer).thenNotFound();
        chair().given(before(CHAIR))
                .given(new MeetingClosed(FEBRUARY, FORUM, DAY))
                .when(defer)
                .thenRefused(new MeetingNotOpen(Meeting.Stage.CLOSED));
    }

    @Test
    void the_minutes_of_a_closed_meeting_are_approved_once() {
        ApproveMinutes approve = new ApproveMinutes(FEBRUARY, MINUTES);
        MeetingClosed closed = new MeetingClosed(FEBRUARY, FORUM, DAY);
        MinutesApproved approved = new MinutesApproved(FEBRUARY, FORUM, MINUTES, DAY);
        chair().given(sitting(FEBRUARY))
                .when(approve)
                .thenRefused(new MeetingNotClosed(Meeting.Stage.OPEN));
        chair().given(sitting(FEBRUARY)).given(closed).when(approve).thenAccepted(approved);
        chair().given(sitting(FEBRUARY)).given(closed, approved).when(approve).thenUnchanged();
        chair().given(sitting(FEBRUARY))
                .given(closed, approved)
                .when(new ApproveMinutes(FEBRUARY, DocRef.titled("Others")))
                .thenRefused(new MinutesAlreadyApproved(DAY));
    }

    @Test
    void an_item_that_nobody_tabled_is_unknown() {
        chair().given(before(CHAIR))
                .when(new CallForInterests(FEBRUARY, new ItemId("9")))
                .thenNotFound();
        chair().given(before(CHAIR))
                .when(new CallForInterests(new MeetingId("another"), ITEM))
                .thenNotFound();
    }
}
