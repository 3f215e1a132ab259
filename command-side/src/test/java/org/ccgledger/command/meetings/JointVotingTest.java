package org.ccgledger.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.meetings.Held.AUTHORITY;
import static org.ccgledger.command.meetings.Held.DAY;
import static org.ccgledger.command.meetings.Held.ITEM;
import static org.ccgledger.command.meetings.Held.TITLE;
import static org.ccgledger.command.meetings.Held.TWO;
import static org.ccgledger.command.meetings.Held.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.jointcommittees.SuspensionCause;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JointVotingTest {

    private static final JointCommitteeId COMMITTEE = new JointCommitteeId("south-west-london");
    private static final ForumRef FORUM = ForumRef.jointCommittee(COMMITTEE);
    private static final MeetingId MEETING = new MeetingId("swl-2015-02");
    private static final FunctionCode STROKE = new FunctionCode("stroke-care");
    private static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    private static final LocalDate FORMED_ON = LocalDate.of(2014, 11, 1);
    private static final List<CcgCode> CODES =
            Stream.of("07V", "08J", "08P", "08R", "08T").map(CcgCode::new).toList();
    private static final List<BodyRef> MEMBERS = CODES.stream().map(BodyRef::ccg).toList();
    private static final BodyRef LAST = MEMBERS.getLast();

    private static JointTerms terms(
            JointVotingRule rule, boolean majorityMayBind, FunctionCode... functions) {
        return new JointTerms(
                List.of(functions),
                rule,
                rule == JointVotingRule.SUPERMAJORITY ? new BigDecimal("75") : null,
                majorityMayBind,
                3,
                90,
                "Members chair in turn",
                List.of(),
                "Mediation",
                "Each member answers for its own functions",
                null);
    }

    private static List<CcgEvent> committee(JointTerms terms) {
        List<CcgEvent> events = new ArrayList<>();
        CODES.forEach(ccg -> events.add(Directed.established(ccg)));
        events.add(
                new JointCommitteeFormed(
                        COMMITTEE,
                        "South West London",
                        JointPower.S14Z3,
                        MEMBERS,
                        1,
                        terms,
                        FORMED_ON));
        return events;
    }

    /// The person who attends for a member.
    private static PersonId of(BodyRef member) {
        return person(MEMBERS.indexOf(member) + 1);
    }

    private static AttendanceRecorded attended(PersonId person, BodyRef member) {
        return new AttendanceRecorded(
                MEETING, FORUM, person, AttendeeCapacity.VOTING_MEMBER, member, TWO, null, DAY);
    }

    private static VoteCast voted(PersonId person, BodyRef member, Vote vote) {
        return new VoteCast(MEETING, FORUM, ITEM, person, member, vote, DAY);
    }

    private static List<CcgEvent> voting() {
        List<CcgEvent> events = new ArrayList<>();
        events.add(new MeetingScheduled(MEETING, FORUM, DAY, null, true, DAY.minusDays(7)));
        events.add(new MeetingOpened(MEETING, FORUM, List.of(), MEMBERS, DAY));
        MEMBERS.forEach(member -> events.add(attended(of(member), member)));
        events.add(
                new ItemTabled(
                        MEETING,
                        FORUM,
                        ITEM,
                        TITLE,
                        STROKE,
                        AuthorityBasis.JOINT_SCOPE,
                        AUTHORITY,
                        false,
                        List.of(),
                        List.of(),
                        DAY));
        events.add(new InterestsCalled(MEETING, FORUM, ITEM, DAY));
        events.add(new VotingOpened(MEETING, FORUM, ITEM, List.of(), 3, List.of(), DAY));
        return events;
    }

    private static Specification spec(JointTerms terms) {
        return Specification.of(MeetingDecider.DECIDER)
                .by("a-chair", Role.COMMITTEE_CHAIR, MEMBERS.getFirst())
                .on(DAY)
                .given(committee(terms));
    }

    /// Votes by the members in their order; who has none does not vote.
    private static List<CcgEvent> votes(@Nullable Vote... votes) {
        List<CcgEvent> events = new ArrayList<>();
        for (int i = 0; i < votes.length; i++) {
            Vote vote = votes[i];
            if (vote != null) {
                events.add(voted(person(i + 1), MEMBERS.get(i), vote));
            }
        }
        return events;
    }

    private static List<CcgEvent> closed(Specification spec) {
        Decision decision = spec.when(new CloseVoting(MEETING, ITEM, null)).decision();
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).events();
    }

    private static List<CcgEvent> closed(JointTerms terms, @Nullable Vote... votes) {
        return closed(spec(terms).given(voting()).given(votes(votes)));
    }

    private static DecisionCarried carried(List<CcgEvent> events) {
        assertThat(events.getFirst()).isInstanceOf(DecisionCarried.class);
        return (DecisionCarried) events.getFirst();
    }

    private static LossReason lost(List<CcgEvent> events) {
        assertThat(events).hasSize(1);
        assertThat(events.getFirst()).isInstanceOf(DecisionLost.class);
        return ((DecisionLost) events.getFirst()).reason();
    }

    private static final Vote FOR = Vote.FOR;
    private static final Vote AGAINST = Vote.AGAINST;

    @Tag("J9")
    @Test
    void where_nobody_may_be_bound_against_its_vote_four_to_one_loses() {
        assertThat(
                        lost(
                                closed(
                                        terms(JointVotingRule.UNANIMITY, false, STROKE),
                                        FOR,
                                        FOR,
                                        FOR,
                                        FOR,
                                        AGAINST)))
                .isEqualTo(LossReason.UNANIMITY_REQUIRED);
        assertThat(
                        lost(
                                closed(
                                        terms(JointVotingRule.MAJORITY, false, STROKE),
                                        FOR,
                                        FOR,
                                        FOR,
                                        FOR,
                                        AGAINST)))
                .isEqualTo(LossReason.UNANIMITY_REQUIRED);
        assertThat(
                        lost(
                                closed(
                                        terms(JointVotingRule.UNANIMITY, false, STROKE),
                                        FOR,
                                        FOR,
                                        FOR,
                                        FOR)))
                .isEqualTo(LossReason.UNANIMITY_REQUIRED);
    }

    @Test
    void all_together_bind_each_other() {
        DecisionCarried carried =
                carried(
                        closed(
                                terms(JointVotingRule.UNANIMITY, false, STROKE),
                                FOR,
                                FOR,
                                FOR,
                                FOR,
                                FOR));
        assertThat(carried.bound()).isEqualTo(MEMBERS);
        assertThat(carried.absent()).isEmpty();
    }

    @Tag("J10")
    @Test
    void a_majority_that_all_agreed_may_bind_them_imposes_on_who_dissents() {
        List<CcgEvent> events =
                closed(terms(JointVotingRule.MAJORITY, true, STROKE), FOR, FOR, FOR, FOR, AGAINST);
        DecisionCarried carried = carried(events);
        assertThat(carried.bound()).isEqualTo(MEMBERS);
        assertThat(carried.ballots()).contains(new Ballot(of(LAST), LAST, AGAINST));
        assertThat(events.subList(1, events.size()))
                .containsExactly(
                        new DecisionImposedOnDissentingMember(MEETING, FORUM, ITEM, LAST, DAY));
    }

    @Test
    void an_absent_member_is_bound_if_a_majority_may_bind_it() {
        DecisionCarried carried =
                carried(closed(terms(JointVotingRule.MAJORITY, true, STROKE), FOR, FOR, FOR));
        assertThat(carried.bound()).isEqualTo(MEMBERS);
        assertThat(carried.absent()).containsExactly(MEMBERS.get(3), MEMBERS.get(4));
    }

    @Test
    void a_member_that_agreed_to_no_majority_or_not_to_the_scope_is_not_bound() {
        JointTerms now = terms(JointVotingRule.MAJORITY, true, STROKE);
        JointTermsVaried varied =
                new JointTermsVaried(
                        COMMITTEE, 2, now, MEMBERS.subList(0, 4), FORMED_ON.plusDays(30));
        List<JointTerms> olds =
                List.of(
                        terms(JointVotingRule.MAJORITY, false, STROKE),
                        terms(JointVotingRule.MAJORITY, true, ACUTE));
        for (JointTerms old : olds) {
            List<CcgEvent> events =
                    closed(
                            spec(old)
                                    .given(varied)
                                    .given(voting())
                                    .given(votes(FOR, FOR, FOR, FOR, AGAINST)));
            assertThat(carried(events).bound()).isEqualTo(MEMBERS.subList(0, 4));
            assertThat(events).hasSize(1);
        }
    }

    @Test
    void a_member_that_is_suspended_neither_votes_nor_is_bound() {
        MemberSuspended suspended =
                new MemberSuspended(
                        COMMITTEE,
                        LAST,
                        SuspensionCause.FUNCTIONS_TAKEN,
                        List.of(STROKE),
                        DAY.minusDays(1));
        Specification.of(MeetingDecider.DECIDER)
                .by(of(LAST).value(), Role.COMMITTEE_MEMBER, LAST)
                .on(DAY)
                .given(committee(terms(JointVotingRule.MAJORITY, true, STROKE)))
                .given(suspended)
                .given(voting())
                .when(new CastVote(MEETING, ITEM, of(LAST), AGAINST))
                .thenRefused(new NotAVotingMember(of(LAST), MeetingRefusal.NoVote.NOT_APPOINTED));
        List<CcgEvent> events =
                closed(
                        spec(terms(JointVotingRule.MAJORITY, true, STROKE))
                                .given(suspended)
                                .given(voting())
                                .given(votes(FOR, FOR, FOR, FOR)));
        assertThat(carried(events).bound()).isEqualTo(MEMBERS.subList(0, 4));
    }

    @Test
    void a_member_that_has_left_is_not_bound() {
        List<CcgEvent> events =
                closed(
                        spec(terms(JointVotingRule.MAJORITY, true, STROKE))
                                .given(new MemberWithdrew(COMMITTEE, LAST, DAY.minusDays(1)))
                                .given(voting())
                                .given(votes(FOR, FOR, FOR, FOR)));
        assertThat(carried(events).bound()).isEqualTo(MEMBERS.subList(0, 4));
    }

    @Test
    void a_supermajority_is_of_the_votes() {
        JointTerms terms = terms(JointVotingRule.SUPERMAJORITY, true, STROKE);
        assertThat(carried(closed(terms, FOR, FOR, FOR, AGAINST)).tally().inFavour()).isEqualTo(3);
        assertThat(lost(closed(terms, FOR, FOR, AGAINST)))
                .isEqualTo(LossReason.MAJORITY_NOT_REACHED);
        assertThat(lost(closed(terms))).isEqualTo(LossReason.MAJORITY_NOT_REACHED);
    }

    @Test
    void consensus_fails_over_to_a_majority() {
        JointTerms terms = terms(JointVotingRule.CONSENSUS_THEN_VOTE, true, STROKE);
        assertThat(carried(closed(terms, FOR, FOR, AGAINST)).tally().against()).isEqualTo(1);
        assertThat(lost(closed(terms, FOR, AGAINST))).isEqualTo(LossReason.MAJORITY_NOT_REACHED);
    }

    @Test
    void a_member_has_one_vote_whoever_casts_it() {
        PersonId second = person(8);
        spec(terms(JointVotingRule.MAJORITY, true, STROKE))
                .given(voting())
                .given(attended(second, LAST), voted(of(LAST), LAST, FOR))
                .by(second.value(), Role.COMMITTEE_MEMBER, LAST)
                .when(new CastVote(MEETING, ITEM, second, FOR))
                .thenRefused(new AlreadyVoted(LAST, of(LAST)));
    }

    @Test
    void the_quorum_counts_members_and_not_people() {
        JointTerms terms = terms(JointVotingRule.MAJORITY, true, STROKE);
        Specification two =
                spec(terms)
                        .given(
                                new MeetingScheduled(MEETING, FORUM, DAY, null, true, DAY),
                                new MeetingOpened(MEETING, FORUM, List.of(), MEMBERS, DAY),
                                attended(person(1), MEMBERS.get(0)),
                                attended(person(2), MEMBERS.get(1)),
                                attended(person(8), MEMBERS.get(1)));
        two.given(voting().stream().filter(ItemTabled.class::isInstance).toList())
                .given(new InterestsCalled(MEETING, FORUM, ITEM, DAY))
                .when(new OpenVoting(MEETING, ITEM))
                .thenRefused(new NotQuorate(2, 3, Set.of()));
    }

    @Test
    void only_who_attends_for_a_member_has_a_vote() {
        JointTerms terms = terms(JointVotingRule.MAJORITY, true, STROKE);
        BodyRef none = BodyRef.ccg(new CcgCode("99Z"));
        for (@Nullable BodyRef body : new @Nullable BodyRef[] {none, null}) {
            spec(terms)
                    .given(voting())
                    .by("a-secretary", Role.COMMITTEE_SECRETARY, LAST)
                    .when(
                            new RecordAttendance(
                                    MEETING, person(7), AttendeeCapacity.DEPUTY, body, TWO, null))
                    .thenRefused(new NotAVotingMember(person(7), NoVote.NOT_APPOINTED));
        }
        spec(terms)
                .given(voting())
                .by("a-secretary", Role.COMMITTEE_SECRETARY, LAST)
                .when(
                        new RecordAttendance(
                                MEETING, person(7), AttendeeCapacity.DEPUTY, LAST, TWO, null))
                .thenAccepted(AttendanceRecorded.class);
    }

    @Test
    void an_item_lies_within_the_terms_of_reference() {
        spec(terms(JointVotingRule.MAJORITY, true, STROKE))
                .given(voting())
                .by("a-secretary", Role.COMMITTEE_SECRETARY, LAST)
                .when(
                        new TableItem(
                                MEETING,
                                new ItemId("5"),
                                TITLE,
                                ACUTE,
                                AuthorityBasis.JOINT_SCOPE,
                                false,
                                List.of(),
                                List.of()))
                .thenRefused(new OutsideDelegatedScope(ACUTE));
    }

    @Test
    void people_of_former_members_may_still_close_the_books() {
        spec(terms(JointVotingRule.MAJORITY, true, STROKE))
                .given(voting().subList(0, 2))
                .given(
                        new JointCommitteeDissolved(
                                COMMITTEE, MEMBERS, DissolutionCause.AGREED, DAY))
                .when(new CloseMeeting(MEETING))
                .thenAccepted(MeetingClosed.class);
    }
}
