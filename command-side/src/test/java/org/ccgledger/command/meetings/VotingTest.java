package org.ccgledger.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.meetings.Held.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.InterestAmended;
import org.ccgledger.events.interests.InterestEvent.InterestEnded;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.RuledInterest;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.SpokenInterest;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.ccgledger.events.meetings.Voter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VotingTest {

    private static final Set<String> ITS_ID = Set.of(SHARES.value());

    private static CastVote cast(PersonId person, Vote vote) {
        return new CastVote(FEBRUARY, ITEM, person, vote);
    }

    private static OpenVoting open() {
        return new OpenVoting(FEBRUARY, ITEM);
    }

    private static CloseVoting close() {
        return new CloseVoting(FEBRUARY, ITEM, null);
    }

    private static RuleOnInterest rule(PersonId person, Ruling ruling) {
        return new RuleOnInterest(FEBRUARY, ITEM, person, SHARES, ruling);
    }

    private static DeclareInterestAtMeeting declare(PersonId person) {
        return new DeclareInterestAtMeeting(FEBRUARY, ITEM, person, SHARES, null);
    }

    private static NilInterestsDeclared nil(LocalDate on) {
        return new NilInterestsDeclared(
                GP, THURROCK, null, DeclarantClass.MEMBER, SURGERY, true, on);
    }

    private static DecisionCarried carried(
            Tally tally, List<Ballot> ballots, List<RuledInterest> interests) {
        return new DecisionCarried(
                FEBRUARY,
                FORUM,
                ITEM,
                TITLE,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                AUTHORITY,
                tally,
                ballots,
                null,
                List.of(GROUP),
                List.of(),
                interests,
                DAY);
    }

    private static DecisionLost lost(LossReason reason, Tally tally, List<Ballot> ballots) {
        return new DecisionLost(
                FEBRUARY,
                FORUM,
                ITEM,
                TITLE,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                AUTHORITY,
                reason,
                tally,
                ballots,
                null,
                List.of(),
                DAY);
    }

    private static Ballot ballot(PersonId person, Vote vote) {
        return new Ballot(person, null, vote);
    }

    @Test
    void the_chair_calls_for_interests_once_the_meeting_is_open() {
        CallForInterests call = new CallForInterests(FEBRUARY, ITEM);
        chair().given(sitting(FEBRUARY, CHAIR))
                .given(tabled(ITEM, PROVIDER))
                .when(call)
                .thenAccepted(called());
        chair().given(before(CHAIR)).when(call).thenUnchanged();
        chair().given(voting(CHAIR)).when(call).thenRefused(new VotingOpen(Set.of(ITEM)));
        chair().given(scheduled(), tabled(ITEM, PROVIDER))
                .when(call)
                .thenRefused(new MeetingNotOpen(Meeting.Stage.SCHEDULED));
        chair().given(before(CHAIR))
                .given(new ItemDeferred(FEBRUARY, FORUM, ITEM, null, DAY))
                .when(call)
                .thenRefused(new ItemSettled(ITEM, Item.Stage.DEFERRED));
    }

    @Test
    void who_attends_declares_an_interest_of_the_register_or_a_new_one() {
        member(GP)
                .given(before(GP))
                .given(shares())
                .when(declare(GP))
                .thenAccepted(declaredThere(GP, SHARES));
        member(GP).given(before(GP)).when(declare(GP)).thenNotFound();
        SpokenInterest spoken =
                new SpokenInterest(
                        InterestCategory.FINANCIAL, null, new PersonalText(GP, "Shares in it"));
        DeclareInterestAtMeeting byMouth =
                new DeclareInterestAtMeeting(FEBRUARY, ITEM, GP, SHARES, spoken);
        member(GP)
                .given(before(GP))
                .when(byMouth)
                .thenAccepted(
                        new InterestDeclaredAtMeeting(
                                FEBRUARY, FORUM, ITEM, GP, SHARES, spoken, DAY));
        member(GP)
                .given(before(GP))
                .given(shares(), declaredThere(GP, SHARES))
                .when(declare(GP))
                .thenUnchanged();
        assertThat(new DeclareInterestAtMeeting(FEBRUARY, ITEM, LAY, SHARES, spoken).fieldErrors())
                .hasSize(1);
    }

    @Test
    void nobody_declares_who_is_not_there_or_for_somebody_else() {
        member(GP)
                .given(before(CHAIR))
                .given(shares())
                .when(declare(GP))
                .thenRefused(new DeclarantNotInScope(GP, OutOfScope.NOT_PRESENT));
        member(LAY)
                .given(before(GP, LAY))
                .given(shares())
                .when(declare(GP))
                .thenRefused(new DeclarantNotInScope(GP, OutOfScope.DECLARES_FOR_ANOTHER));
        secretary()
                .given(before(GP))
                .given(shares())
                .when(declare(GP))
                .thenAccepted(InterestDeclaredAtMeeting.class);
    }

    @Test
    void a_financial_interest_excludes_unless_there_are_reasons() {
        chair().given(before(CHAIR, GP))
                .given(shares())
                .withoutReasons()
                .when(rule(GP, Ruling.EXCLUDE))
                .thenAccepted(ruled(GP, SHARES, Ruling.EXCLUDE));
        chair().given(before(CHAIR, GP))
                .given(shares())
                .withoutReasons()
                .when(rule(GP, Ruling.STAY_NO_VOTE))
                .thenRefused(new RulingTooLenient(SHARES, Ruling.STAY_NO_VOTE));
        chair().given(before(CHAIR, GP))
                .given(shares())
                .when(rule(GP, Ruling.NOTE))
                .thenAccepted(ruled(GP, SHARES, Ruling.NOTE));
        chair().given(before(CHAIR, GP))
                .given(shares(), ruled(GP, SHARES, Ruling.EXCLUDE))
                .when(rule(GP, Ruling.EXCLUDE))
                .thenUnchanged();
        chair().given(before(CHAIR, GP)).when(rule(GP, Ruling.NOTE)).thenNotFound();
    }

    @Test
    void a_function_that_was_taken_since_the_item_was_tabled_is_not_voted_on() {
        DirectionIssued taken =
                new DirectionIssued(
                        THURROCK,
                        new DirectionTerms(
                                new DirectionId("07G-D1"),
                                LegalPower.S14Z21,
                                DirectionKind.NOT_TO_EXERCISE,
                                List.of(URGENT),
                                Period.from(DAY.minusDays(7)),
                                DocRef.titled("Direction")),
                        null,
                        DAY.minusDays(7));
        chair().given(before(CHAIR, DEPUTY, LAY))
                .given(taken)
                .when(open())
                .thenRefused(new FunctionNotExercisable(THURROCK, URGENT, BodyRef.BOARD));
        chair().given(before(CHAIR, DEPUTY, LAY))
                .given(taken)
                .given(new ItemDeferred(FEBRUARY, FORUM, ITEM, null, DAY))
                .when(open())
                .thenRefused(new ItemSettled(ITEM, Item.Stage.DEFERRED));
        chair().given(voting(CHAIR, DEPUTY, LAY))
                .given(taken)
                .when(close())
                .thenAccepted(DecisionLost.class);
    }

    @Test
    void on_delegated_primary_care_no_reasons_are_good_enough() {
        ItemTabled plain = tabled(ITEM, PROVIDER);
        ItemTabled delegated =
                new ItemTabled(
                        FEBRUARY,
                        FORUM,
                        ITEM,
                        TITLE,
                        URGENT,
                        plain.basis(),
                        AUTHORITY,
                        true,
                        plain.concerns(),
                        List.of(),
                        CALLED_ON);
        chair().given(sitting(FEBRUARY, CHAIR, GP))
                .given(delegated, shares())
                .when(rule(GP, Ruling.NOTE))
                .thenRefused(new RulingTooLenient(SHARES, Ruling.NOTE));
    }

    @Test
    void a_chair_with_an_interest_leaves_the_item_to_the_deputy() {
        LocalDate before = LocalDate.of(2014, 6, 10);
        ChairConflicted refusal = new ChairConflicted(CHAIR, ITS_ID);
        chair().given(before(CHAIR, GP))
                .given(shares(CHAIR, before))
                .when(rule(CHAIR, Ruling.EXCLUDE))
                .thenRefused(refusal);
        deputy().given(before(CHAIR, GP))
                .given(shares(CHAIR, before))
                .when(rule(CHAIR, Ruling.EXCLUDE))
                .thenAccepted(ruled(CHAIR, SHARES, Ruling.EXCLUDE));
        chair().given(before(CHAIR, DEPUTY, GP, LAY))
                .given(shares(CHAIR, before), ruled(CHAIR, SHARES, Ruling.EXCLUDE))
                .when(open())
                .thenRefused(refusal);
        chair().given(before(CHAIR, DEPUTY, GP, LAY))
                .given(shares(CHAIR, before), ruled(CHAIR, SHARES, Ruling.NOTE))
                .when(open())
                .thenAccepted(VotingOpened.class);
    }

    @Test
    void voting_opens_after_interests_were_called_for_and_ruled_on() {
        chair().given(sitting(FEBRUARY, CHAIR, DEPUTY, GP))
                .given(tabled(ITEM, PROVIDER))
                .when(open())
                .thenRefused(new InterestsNotCalled(ITEM));
        chair().given(before(CHAIR, DEPUTY, GP))
                .given(shares())
                .when(open())
                .thenRefused(new InterestUnresolved(ITEM, ITS_ID));
        chair().given(before(CHAIR, DEPUTY, GP, LAY))
                .given(shares(), ruled(GP, SHARES, Ruling.EXCLUDE))
                .when(open())
                .thenAccepted(
                        new VotingOpened(
                                FEBRUARY,
                                FORUM,
                                ITEM,
                                List.of(
                                        new Voter(CHAIR, null),
                                        new Voter(DEPUTY, null),
                                        new Voter(LAY, null)),
                                3,
                                List.of(new RuledInterest(GP, SHARES, null, Ruling.EXCLUDE)),
                                DAY));
        chair().given(voting(CHAIR)).when(open()).thenUnchanged();
        chair().given(before(CHAIR, DEPUTY, LAY))
                .given(new ItemDeferred(FEBRUARY, FORUM, ITEM, null, DAY))
                .when(open())
                .thenRefused(new ItemSettled(ITEM, Item.Stage.DEFERRED));
    }

    @Tag("M7")
    @Test
    void those_who_stand_aside_do_not_count_towards_the_quorum() {
        chair().given(before(CHAIR, DEPUTY, GP))
                .given(shares(), ruled(GP, SHARES, Ruling.STAY_NO_VOTE))
                .when(open())
                .thenRefused(new NotQuorate(2, 3, Set.of(GP)));
        chair().given(before(CHAIR, DEPUTY, LAY))
                .given(left(LAY))
                .when(open())
                .thenRefused(new NotQuorate(2, 3, Set.of()));
        chair().given(before(CHAIR, DEPUTY, GP))
                .given(shares(), ruled(GP, SHARES, Ruling.NOTE))
                .when(open())
                .thenAccepted(VotingOpened.class);
    }

    @Test
    void an_interest_counts_by_its_own_days_whenever_it_was_declared() {
        member(GP)
                .given(voting(CHAIR, GP))
                .given(shares(GP, DAY.plusDays(30)))
                .when(cast(GP, Vote.FOR))
                .thenRefused(new LiveInterestUndeclared(GP, ITS_ID));
        member(GP)
                .given(voting(CHAIR, GP))
                .given(
                        shares(),
                        new InterestEnded(SHARES, GP, THURROCK, DAY.minusDays(1), DAY.minusDays(1)))
                .when(cast(GP, Vote.FOR))
                .thenAccepted(voted(GP, Vote.FOR));
        member(GP)
                .given(voting(CHAIR, GP))
                .given(
                        declared(
                                GP,
                                OTHER,
                                terms(InterestCategory.FINANCIAL, new BodyRef("PROVIDER/NQ999")),
                                null,
                                DAY))
                .when(cast(GP, Vote.FOR))
                .thenAccepted(voted(GP, Vote.FOR));
    }

    @Test
    void a_ruling_on_what_an_interest_was_says_nothing_of_what_it_is() {
        InterestAmended graver =
                new InterestAmended(
                        SHARES, GP, THURROCK, terms(InterestCategory.FINANCIAL, PROVIDER), DAY);
        InterestRuled noted =
                new InterestRuled(
                        FEBRUARY,
                        FORUM,
                        ITEM,
                        GP,
                        SHARES,
                        InterestCategory.NON_FINANCIAL_PERSONAL,
                        Ruling.NOTE,
                        DAY);
        member(GP)
                .given(voting(CHAIR, GP))
                .given(
                        declared(
                                GP,
                                SHARES,
                                terms(InterestCategory.NON_FINANCIAL_PERSONAL, PROVIDER),
                                null,
                                CALLED_ON),
                        noted)
                .when(cast(GP, Vote.FOR))
                .thenAccepted(voted(GP, Vote.FOR));
        member(GP)
                .given(voting(CHAIR, GP))
                .given(
                        declared(
                                GP,
                                SHARES,
                                terms(InterestCategory.NON_FINANCIAL_PERSONAL, PROVIDER),
                                null,
                                CALLED_ON),
                        noted,
                        graver)
                .when(cast(GP, Vote.FOR))
                .thenRefused(new LiveInterestUndeclared(GP, ITS_ID));
    }

    @Test
    void a_member_whom_an_interest_excludes_does_not_vote() {
        ConflictedMemberMayNotVote refusal = new ConflictedMemberMayNotVote(GP, ITS_ID);
        for (Ruling ruling : List.of(Ruling.EXCLUDE, Ruling.STAY_NO_VOTE)) {
            member(GP)
                    .given(voting(CHAIR, GP))
                    .given(shares(), ruled(GP, SHARES, ruling))
                    .when(cast(GP, Vote.FOR))
                    .thenRefused(refusal);
        }
        member(GP)
                .given(voting(CHAIR, GP))
                .given(shares(), ruled(GP, SHARES, Ruling.NOTE))
                .when(cast(GP, Vote.FOR))
                .thenAccepted(voted(GP, Vote.FOR));
    }

    @Tag("I8")
    @Test
    void what_concerns_a_members_own_practice_excludes_it_without_a_ruling() {
        member(GP)
                .given(sitting(FEBRUARY, GP))
                .given(tabled(ITEM, BodyRef.practice(SURGERY)), called(), votingOpened())
                .given(nil(CALLED_ON))
                .when(cast(GP, Vote.FOR))
                .thenRefused(new ConflictedMemberMayNotVote(GP, Set.of(SURGERY.value())));
        chair().given(sitting(FEBRUARY, CHAIR, DEPUTY, GP))
                .given(tabled(ITEM, BodyRef.practice(SURGERY)), called(), nil(CALLED_ON))
                .when(open())
                .thenRefused(new NotQuorate(2, 3, Set.of(GP)));
    }

    @Test
    void members_vote_for_themselves_while_voting_is_open_and_may_change_their_minds() {
        member(GP).given(voting(GP)).when(cast(GP, Vote.FOR)).thenAccepted(voted(GP, Vote.FOR));
        member(GP)
                .given(voting(GP))
                .given(voted(GP, Vote.FOR))
                .when(cast(GP, Vote.FOR))
                .thenUnchanged();
        member(GP)
                .given(voting(GP))
                .given(voted(GP, Vote.FOR))
                .when(cast(GP, Vote.AGAINST))
                .thenAccepted(voted(GP, Vote.AGAINST));
        member(GP).given(before(GP)).when(cast(GP, Vote.FOR)).thenRefused(new VotingNotOpen(ITEM));
        member(GP)
                .given(voting(GP))
                .withoutAuthority()
                .when(cast(GP, Vote.FOR))
                .thenRefused(new AuthorityNotCited());
    }

    @Test
    void nobody_votes_who_is_no_member_has_left_or_is_somebody_else() {
        member(STRANGER)
                .given(voting(GP))
                .when(cast(STRANGER, Vote.FOR))
                .thenRefused(new NotAVotingMember(STRANGER, NoVote.NOT_PRESENT));
        member(GP)
                .given(voting(GP))
                .given(left(GP))
                .when(cast(GP, Vote.FOR))
                .thenRefused(new NotAVotingMember(GP, NoVote.NOT_PRESENT));
        member(STRANGER)
                .given(voting(STRANGER))
                .when(cast(STRANGER, Vote.FOR))
                .thenRefused(new NotAVotingMember(STRANGER, NoVote.NOT_APPOINTED));
        member(LAY)
                .given(voting(GP, LAY))
                .when(cast(GP, Vote.FOR))
                .thenRefused(new NotAVotingMember(GP, NoVote.VOTES_FOR_ANOTHER));
    }

    @Test
    void more_votes_for_than_against_carry_and_a_tie_loses() {
        chair().given(voting(CHAIR, DEPUTY, GP, LAY))
                .given(
                        voted(CHAIR, Vote.FOR),
                        voted(DEPUTY, Vote.FOR),
                        voted(GP, Vote.AGAINST),
                        voted(LAY, Vote.ABSTAIN))
                .when(close())
                .thenAccepted(
                        carried(
                                new Tally(2, 1, 1),
                                List.of(
                                        ballot(CHAIR, Vote.FOR),
                                        ballot(DEPUTY, Vote.FOR),
                                        ballot(GP, Vote.AGAINST),
                                        ballot(LAY, Vote.ABSTAIN)),
                                List.of()));
        chair().given(voting(CHAIR, DEPUTY, GP))
                .given(voted(CHAIR, Vote.FOR), voted(GP, Vote.AGAINST))
                .when(close())
                .thenAccepted(
                        lost(
                                LossReason.MAJORITY_NOT_REACHED,
                                new Tally(1, 1, 0),
                                List.of(ballot(CHAIR, Vote.FOR), ballot(GP, Vote.AGAINST))));
        chair().given(before(CHAIR)).when(close()).thenRefused(new VotingNotOpen(ITEM));
    }

    @Test
    void a_vote_without_a_quorum_at_its_close_is_lost() {
        chair().given(voting(CHAIR, DEPUTY, GP))
                .given(voted(CHAIR, Vote.FOR), left(GP))
                .when(close())
                .thenAccepted(
                        lost(
                                LossReason.NOT_QUORATE,
                                new Tally(1, 0, 0),
                                List.of(ballot(CHAIR, Vote.FOR))));
    }

    @Test
    void who_is_excluded_after_voting_is_not_counted() {
        chair().given(voting(CHAIR, DEPUTY, GP, LAY))
                .given(
                        voted(CHAIR, Vote.FOR),
                        voted(GP, Vote.AGAINST),
                        shares(GP, DAY),
                        ruled(GP, SHARES, Ruling.EXCLUDE))
                .when(close())
                .thenAccepted(
                        carried(
                                new Tally(1, 0, 0),
                                List.of(ballot(CHAIR, Vote.FOR)),
                                List.of(new RuledInterest(GP, SHARES, null, Ruling.EXCLUDE))));
    }

    @Test
    void a_vote_over_an_interest_that_came_up_before_the_close_taints_the_decision() {
        chair().given(voting(CHAIR, DEPUTY, GP))
                .given(voted(CHAIR, Vote.FOR), voted(GP, Vote.FOR), shares(GP, DAY))
                .when(close())
                .thenAccepted(
                        carried(
                                new Tally(2, 0, 0),
                                List.of(ballot(CHAIR, Vote.FOR), ballot(GP, Vote.FOR)),
                                List.of()),
                        new DecisionTainted(FEBRUARY, FORUM, ITEM, GP, SHARES, null, DAY));
    }
}
