package org.ccgledger.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.meetings.Held.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private static final LocalDate KNOWN_ON = DAY.plusDays(20);
    private static final ItemId NEWER = new ItemId("5");
    private static final DecisionTainted TAINTED =
            new DecisionTainted(FEBRUARY, FORUM, ITEM, GP, SHARES, null, KNOWN_ON);

    private static DecisionCarried carried(ItemId item, PersonId... voters) {
        List<Ballot> ballots = new ArrayList<>();
        for (PersonId voter : voters) {
            ballots.add(new Ballot(voter, null, Vote.FOR));
        }
        return new DecisionCarried(
                FEBRUARY,
                FORUM,
                item,
                TITLE,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                AUTHORITY,
                Tally.of(ballots),
                ballots,
                null,
                List.of(GROUP),
                List.of(),
                List.of(),
                DAY);
    }

    /// Carried with the votes of the chair, the deputy and the general practitioner.
    private static List<CcgEvent> decided() {
        List<CcgEvent> events = new ArrayList<>(voting(CHAIR, DEPUTY, GP));
        events.add(voted(CHAIR, Vote.FOR));
        events.add(voted(DEPUTY, Vote.FOR));
        events.add(voted(GP, Vote.FOR));
        events.add(carried(ITEM, CHAIR, DEPUTY, GP));
        return events;
    }

    private static Specification system() {
        return chair().by(Actor.SYSTEM.id(), Role.SYSTEM, Actor.SYSTEM.body())
                .given(decided())
                .on(KNOWN_ON);
    }

    private static RecordTaint taint(PersonId person) {
        return new RecordTaint(FEBRUARY, ITEM, person);
    }

    @Test
    void an_interest_that_was_live_at_the_vote_taints_the_decision_once() {
        system().given(shares(GP, KNOWN_ON)).when(taint(GP)).thenAccepted(TAINTED);
        system().given(shares(GP, KNOWN_ON), TAINTED).when(taint(GP)).thenUnchanged();
        system().given(shares(GP, KNOWN_ON)).when(taint(CHAIR)).thenUnchanged();
        system().given(shares(LAY, KNOWN_ON)).when(taint(LAY)).thenUnchanged();
        system().when(new RecordTaint(FEBRUARY, NEWER, GP)).thenNotFound();
    }

    @Test
    void an_interest_that_the_meeting_cleared_or_that_began_later_taints_nothing() {
        system().given(ruled(GP, SHARES, Ruling.NOTE), shares()).when(taint(GP)).thenUnchanged();
        var terms = shares().terms();
        system().given(
                        declared(
                                GP,
                                SHARES,
                                new InterestTerms(
                                        terms.category(),
                                        false,
                                        null,
                                        PROVIDER,
                                        null,
                                        terms.nature(),
                                        DAY.plusDays(1),
                                        null,
                                        null),
                                null,
                                KNOWN_ON))
                .when(taint(GP))
                .thenUnchanged();
    }

    @Test
    void nothing_is_tainted_while_voting_is_open() {
        chair().by(Actor.SYSTEM.id(), Role.SYSTEM, Actor.SYSTEM.body())
                .given(voting(CHAIR, DEPUTY, GP))
                .given(voted(GP, Vote.FOR), shares(GP, DAY))
                .when(taint(GP))
                .thenUnchanged();
    }

    @Test
    void an_interest_declared_at_the_meeting_after_the_vote_taints_the_decision() {
        InterestDeclaredAtMeeting declared = declaredThere(GP, SHARES);
        member(GP)
                .given(decided())
                .given(
                        Held.declared(
                                GP,
                                SHARES,
                                terms(InterestCategory.FINANCIAL, new BodyRef("PROVIDER/NQ999")),
                                null,
                                DAY))
                .when(new DeclareInterestAtMeeting(FEBRUARY, ITEM, GP, SHARES, null))
                .thenAccepted(
                        declared,
                        new DecisionTainted(FEBRUARY, FORUM, ITEM, GP, SHARES, null, DAY));
    }

    @Test
    void a_tainted_decision_is_ratified_by_a_quorum_without_an_interest() {
        RatifyDecision ratify = new RatifyDecision(FEBRUARY, ITEM, MARCH);
        DecisionRatified ratified = new DecisionRatified(FEBRUARY, FORUM, ITEM, MARCH, KNOWN_ON);
        chair().given(decided())
                .given(shares(GP, KNOWN_ON), TAINTED)
                .given(sitting(MARCH, CHAIR, DEPUTY, LAY))
                .on(KNOWN_ON)
                .when(ratify)
                .thenAccepted(ratified);
        chair().given(decided())
                .given(shares(GP, KNOWN_ON), TAINTED)
                .given(sitting(MARCH, CHAIR, DEPUTY, GP))
                .on(KNOWN_ON)
                .when(ratify)
                .thenRefused(new NotQuorate(2, 3, Set.of(GP)));
        chair().given(decided())
                .given(sitting(MARCH, CHAIR, DEPUTY, LAY))
                .on(KNOWN_ON)
                .when(ratify)
                .thenRefused(new DecisionNotTainted(ITEM));
        chair().given(decided())
                .given(shares(GP, KNOWN_ON), TAINTED, ratified)
                .given(sitting(MARCH, CHAIR, DEPUTY, LAY))
                .on(KNOWN_ON)
                .when(ratify)
                .thenUnchanged();
    }

    @Test
    void a_decision_is_ratified_at_an_open_meeting_under_a_chair_without_an_interest() {
        RatifyDecision ratify = new RatifyDecision(FEBRUARY, ITEM, MARCH);
        chair().given(decided()).given(TAINTED).on(KNOWN_ON).when(ratify).thenNotFound();
        chair().given(decided())
                .given(TAINTED)
                .given(sitting(MARCH, CHAIR, DEPUTY, LAY))
                .given(new MeetingClosed(MARCH, FORUM, DAY))
                .on(KNOWN_ON)
                .when(ratify)
                .thenRefused(new MeetingNotOpen(Meeting.Stage.CLOSED));
        chair().given(decided())
                .given(shares(CHAIR, KNOWN_ON), TAINTED)
                .given(sitting(MARCH, CHAIR, DEPUTY, LAY))
                .on(KNOWN_ON)
                .when(ratify)
                .thenRefused(new ChairConflicted(CHAIR, Set.of(SHARES.value())));
    }

    @Test
    void a_decision_gives_way_to_a_newer_one() {
        RescindDecision rescind = new RescindDecision(FEBRUARY, ITEM, FEBRUARY, NEWER);
        DecisionRescinded rescinded =
                new DecisionRescinded(FEBRUARY, FORUM, ITEM, FEBRUARY, NEWER, DAY);
        List<CcgEvent> both = new ArrayList<>(decided());
        both.add(tabled(NEWER));
        both.add(carried(NEWER, CHAIR, DEPUTY, GP));
        chair().given(both).when(rescind).thenAccepted(rescinded);
        chair().given(both).given(rescinded).when(rescind).thenUnchanged();
        chair().given(both)
                .given(rescinded)
                .when(new RescindDecision(FEBRUARY, ITEM, MARCH, NEWER))
                .thenRefused(new AlreadyRescinded(FEBRUARY, NEWER));
        chair().given(decided())
                .when(rescind)
                .thenRefused(new NewerDecisionMissing(FEBRUARY, NEWER));
        chair().given(decided())
                .when(new RescindDecision(FEBRUARY, ITEM, FEBRUARY, ITEM))
                .thenRefused(new NewerDecisionMissing(FEBRUARY, ITEM));
        chair().given(decided())
                .when(new RescindDecision(FEBRUARY, ITEM, MARCH, ITEM))
                .thenRefused(new NewerDecisionMissing(MARCH, ITEM));
        chair().given(before(CHAIR))
                .when(rescind)
                .thenRefused(new DecisionNotCarried(ITEM, Item.Stage.INTERESTS_CALLED));
    }

    private static RecordMinutedDecision minuted(ForumRef forum, Tally tally) {
        return new RecordMinutedDecision(
                FEBRUARY,
                forum,
                ITEM,
                TITLE,
                URGENT,
                List.of(PROVIDER),
                true,
                tally,
                List.of(new Ballot(GP, null, Vote.FOR)),
                MINUTES);
    }

    private static DecisionMinuted minutes() {
        return new DecisionMinuted(
                FEBRUARY,
                FORUM,
                ITEM,
                TITLE,
                URGENT,
                AUTHORITY,
                List.of(PROVIDER),
                true,
                new Tally(4, 0, 0),
                List.of(new Ballot(GP, null, Vote.FOR)),
                List.of(GROUP),
                MINUTES,
                DAY);
    }

    @Test
    void what_the_minutes_tell_is_recorded_and_an_interest_taints_it() {
        RecordMinutedDecision command = minuted(FORUM, new Tally(4, 0, 0));
        secretary().when(command).thenAccepted(minutes());
        secretary()
                .given(shares())
                .when(command)
                .thenAccepted(
                        minutes(),
                        new DecisionTainted(FEBRUARY, FORUM, ITEM, GP, SHARES, null, DAY));
        secretary().given(minutes()).when(command).thenUnchanged();
        secretary()
                .given(minutes())
                .when(minuted(FORUM, new Tally(5, 0, 0)))
                .thenRefused(new ItemAlreadyTabled(ITEM));
        assertThat(minuted(FORUM, new Tally(0, 4, 0)).fieldErrors()).hasSize(1);
        chair().given(minutes())
                .by(Actor.SYSTEM.id(), Role.SYSTEM, Actor.SYSTEM.body())
                .given(shares(GP, KNOWN_ON))
                .on(KNOWN_ON)
                .when(taint(GP))
                .thenAccepted(TAINTED);
    }

    @Test
    void minutes_tell_of_the_meeting_of_one_body() {
        ForumRef another = ForumRef.governingBody(Directed.NEIGHBOUR);
        secretary()
                .given(Directed.established(Directed.NEIGHBOUR))
                .given(new MeetingScheduled(FEBRUARY, another, DAY, null, true, CALLED_ON))
                .when(minuted(FORUM, new Tally(4, 0, 0)))
                .thenRefused(new MeetingAlreadyScheduled(another));
        chair().given(minutes())
                .when(new OpenMeeting(FEBRUARY))
                .thenRefused(new MeetingNotOpen(Meeting.Stage.ON_PAPER));
    }
}
