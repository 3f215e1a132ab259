package org.ccgledger.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.cocommissioning.CoCommissioned.delegated;
import static org.ccgledger.command.committees.Established.*;
import static org.ccgledger.command.governanceaudits.Audited.reported;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreementRevoked;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationWentLive;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.DelegationEvent.FunctionDelegated;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A primary care committee of one group decides by its own terms: three with a vote, a quorum of
/// two, a casting vote of the chair.
class CommitteeMeetingTest {

    private static final ForumRef FORUM = new ForumRef("COMMITTEE/" + PRIMARY);
    private static final MeetingId MAY = new MeetingId("kingston-primary-care-2015-05");
    private static final ItemId ITEM = new ItemId("1");
    private static final FunctionCode ESTATES = new FunctionCode("estates");
    private static final String TITLE = "Contract of a practice";
    private static final LocalDate LIVE_ON = LocalDate.of(2015, 4, 1);
    private static final LocalDate DAY = LocalDate.of(2015, 5, 12);
    private static final ClockTime TWO = new ClockTime("14:00");
    private static final PersonId LAY_CHAIR = Held.person(1);
    private static final PersonId LAY_DEPUTY = Held.person(2);
    private static final PersonId OFFICER = Held.person(3);
    private static final PersonId PRACTITIONER = Held.person(4);

    private static Specification spec(Role role, PersonId actor) {
        return Specification.of(MeetingDecider.DECIDER)
                .by(actor.value(), role, GROUP)
                .on(DAY)
                .given(delegated())
                .given(
                        new DelegationWentLive(KINGSTON, List.of(CONTRACTS), List.of(), LIVE_ON),
                        established(),
                        appointed(1, LAY_CHAIR, CHAIR, Period.from(ESTABLISHED_ON)),
                        appointed(2, LAY_DEPUTY, DEPUTY, Period.from(ESTABLISHED_ON)),
                        appointed(3, OFFICER, OFFICERS, Period.from(ESTABLISHED_ON)),
                        appointed(4, PRACTITIONER, DOCTORS, Period.from(ESTABLISHED_ON)),
                        new MeetingScheduled(MAY, FORUM, DAY, TWO, true, ESTABLISHED_ON));
    }

    private static Specification secretary() {
        return spec(Role.COMMITTEE_SECRETARY, Held.STRANGER);
    }

    private static TableItem table(FunctionCode function, boolean delegatedPrimaryCare) {
        return new TableItem(
                MAY,
                ITEM,
                TITLE,
                function,
                AuthorityBasis.DELEGATION,
                delegatedPrimaryCare,
                List.of(),
                List.of());
    }

    private static CloseVoting close(@Nullable Vote castingVote) {
        return new CloseVoting(MAY, ITEM, castingVote);
    }

    private static AttendanceRecorded attended(PersonId person) {
        return new AttendanceRecorded(
                MAY, FORUM, person, AttendeeCapacity.VOTING_MEMBER, null, TWO, null, DAY);
    }

    private static VoteCast voted(PersonId person, Vote vote) {
        return new VoteCast(MAY, FORUM, ITEM, person, null, vote, DAY);
    }

    private static ItemTabled tabled(BodyRef... concerns) {
        return new ItemTabled(
                MAY,
                FORUM,
                ITEM,
                TITLE,
                CONTRACTS,
                AuthorityBasis.DELEGATION,
                Held.AUTHORITY,
                true,
                List.of(concerns),
                List.of(),
                DAY);
    }

    /// Interests in the item were called for, with the chair and the deputy there.
    private static List<CcgEvent> called(BodyRef... concerns) {
        List<CcgEvent> events = new ArrayList<>();
        events.add(new MeetingOpened(MAY, FORUM, List.of(LAY_CHAIR, LAY_DEPUTY), List.of(), DAY));
        events.add(attended(LAY_CHAIR));
        events.add(attended(LAY_DEPUTY));
        events.add(tabled(concerns));
        events.add(new InterestsCalled(MAY, FORUM, ITEM, DAY));
        return events;
    }

    /// Voting is open, and each of them has voted as given.
    private static List<CcgEvent> votes(Vote ofChair, Vote ofDeputy, BodyRef... concerns) {
        List<CcgEvent> events = new ArrayList<>(called(concerns));
        events.add(new VotingOpened(MAY, FORUM, ITEM, List.of(), 2, List.of(), DAY));
        events.add(voted(LAY_CHAIR, ofChair));
        events.add(voted(LAY_DEPUTY, ofDeputy));
        return events;
    }

    private static CcgEvent closed(Vote ofChair, Vote ofDeputy, @Nullable Vote castingVote) {
        Decision decision =
                spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                        .given(votes(ofChair, ofDeputy))
                        .when(close(castingVote))
                        .decision();
        return ((Decision.Accepted) decision).events().getFirst();
    }

    @Test
    void those_attend_as_voting_members_whose_seat_votes() {
        RecordAttendance attend =
                new RecordAttendance(
                        MAY, PRACTITIONER, AttendeeCapacity.VOTING_MEMBER, null, TWO, null);
        secretary().when(attend).thenAccepted(attended(PRACTITIONER));
        secretary()
                .when(
                        new RecordAttendance(
                                MAY,
                                Held.STRANGER,
                                AttendeeCapacity.VOTING_MEMBER,
                                null,
                                TWO,
                                null))
                .thenRefused(
                        new NotAVotingMember(Held.STRANGER, MeetingRefusal.NoVote.NOT_APPOINTED));
    }

    @Test
    void a_committee_decides_on_what_is_delegated_to_it() {
        secretary().when(table(CONTRACTS, true)).thenAccepted(ItemTabled.class);
        secretary().when(table(ESTATES, false)).thenRefused(new OutsideDelegatedScope(ESTATES));
    }

    @Test
    void what_the_board_delegated_is_primary_care_whatever_the_secretary_says_of_it() {
        secretary()
                .when(
                        new TableItem(
                                MAY,
                                ITEM,
                                TITLE,
                                CONTRACTS,
                                AuthorityBasis.DELEGATION,
                                false,
                                List.of(Held.PROVIDER),
                                List.of()))
                .thenAccepted(tabled(Held.PROVIDER));
    }

    @Test
    void no_reasons_are_good_enough_for_what_was_delegated_after_it_was_tabled() {
        ItemTabled tabled = tabled(Held.PROVIDER);
        ItemTabled plain =
                new ItemTabled(
                        MAY,
                        FORUM,
                        ITEM,
                        TITLE,
                        CONTRACTS,
                        tabled.basis(),
                        tabled.authority(),
                        false,
                        tabled.concerns(),
                        List.of(),
                        DAY);
        spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                .given(new MeetingOpened(MAY, FORUM, List.of(LAY_CHAIR), List.of(), DAY), plain)
                .given(Held.shares(PRACTITIONER, LIVE_ON))
                .when(new RuleOnInterest(MAY, ITEM, PRACTITIONER, Held.SHARES, Ruling.NOTE))
                .thenRefused(new RulingTooLenient(Held.SHARES, Ruling.NOTE));
    }

    @Test
    void what_the_terms_allow_and_nobody_delegated_is_outside_its_scope() {
        Specification.of(MeetingDecider.DECIDER)
                .by(Role.COMMITTEE_SECRETARY, GROUP)
                .on(DAY)
                .given(group())
                .given(
                        established(),
                        new MeetingScheduled(MAY, FORUM, DAY, TWO, true, ESTABLISHED_ON))
                .when(table(CONTRACTS, false))
                .thenRefused(new OutsideDelegatedScope(CONTRACTS));
        Specification.of(MeetingDecider.DECIDER)
                .by(Role.COMMITTEE_SECRETARY, GROUP)
                .on(DAY)
                .given(group())
                .given(
                        established(),
                        new MeetingScheduled(MAY, FORUM, DAY, TWO, true, ESTABLISHED_ON),
                        new FunctionDelegated(
                                KINGSTON,
                                new DelegationId("08J-S1"),
                                CONTRACTS,
                                Delegate.to(PRIMARY),
                                null,
                                ESTABLISHED_ON))
                .when(table(CONTRACTS, false))
                .thenAccepted(ItemTabled.class);
    }

    @Test
    void the_governing_body_does_not_decide_on_what_the_board_delegated() {
        ForumRef governingBody = ForumRef.governingBody(KINGSTON);
        MeetingId other = new MeetingId("kingston-2015-05");
        secretary()
                .given(new MeetingScheduled(other, governingBody, DAY, TWO, true, ESTABLISHED_ON))
                .when(
                        new TableItem(
                                other,
                                ITEM,
                                TITLE,
                                CONTRACTS,
                                AuthorityBasis.OWN_FUNCTION,
                                false,
                                List.of(),
                                List.of()))
                .thenRefused(new DecisionReservedToPCCC(governingBody));
    }

    @Test
    void nothing_new_is_decided_while_an_audit_of_the_groups_governance_has_failed() {
        GovernanceAuditId failed = new GovernanceAuditId("a-later-audit");
        secretary()
                .given(reported(KINGSTON, failed, AuditResult.FAIL, DAY.minusDays(1)))
                .when(table(CONTRACTS, true))
                .thenRefused(new GovernanceAuditNotPassed(failed));
    }

    @Test
    void no_vote_is_opened_once_an_audit_has_failed_or_the_delegation_was_revoked() {
        GovernanceAuditId failed = new GovernanceAuditId("a-later-audit");
        OpenVoting open = new OpenVoting(MAY, ITEM);
        spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                .given(called())
                .when(open)
                .thenAccepted(VotingOpened.class);
        spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                .given(called())
                .given(reported(KINGSTON, failed, AuditResult.FAIL, DAY))
                .when(open)
                .thenRefused(new GovernanceAuditNotPassed(failed));
        spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                .given(called())
                .given(new DelegationAgreementRevoked(KINGSTON, true, DAY))
                .when(open)
                .thenRefused(new OutsideDelegatedScope(CONTRACTS));
    }

    @Test
    void a_tie_is_decided_by_the_casting_vote_that_the_terms_grant() {
        assertThat(closed(Vote.FOR, Vote.AGAINST, Vote.FOR))
                .isInstanceOfSatisfying(
                        DecisionCarried.class,
                        carried -> {
                            assertThat(carried.castingVote()).isEqualTo(Vote.FOR);
                            assertThat(carried.tally()).isEqualTo(new Tally(1, 1, 0));
                            assertThat(carried.bound()).containsExactly(GROUP);
                        });
        assertThat(closed(Vote.FOR, Vote.AGAINST, Vote.AGAINST))
                .isInstanceOfSatisfying(
                        DecisionLost.class,
                        lost -> {
                            assertThat(lost.castingVote()).isEqualTo(Vote.AGAINST);
                            assertThat(lost.reason()).isEqualTo(LossReason.MAJORITY_NOT_REACHED);
                        });
        assertThat(closed(Vote.FOR, Vote.AGAINST, null)).isInstanceOf(DecisionLost.class);
        assertThat(closed(Vote.FOR, Vote.FOR, null)).isInstanceOf(DecisionCarried.class);
    }

    @Test
    void there_is_no_casting_vote_without_a_tie_or_over_an_interest_of_the_chair() {
        spec(Role.COMMITTEE_CHAIR, LAY_CHAIR)
                .given(votes(Vote.FOR, Vote.FOR))
                .when(close(Vote.FOR))
                .thenRefused(new NoCastingVote(new Tally(2, 0, 0)));
        assertThat(close(Vote.ABSTAIN).fieldErrors()).hasSize(1);
    }
}
