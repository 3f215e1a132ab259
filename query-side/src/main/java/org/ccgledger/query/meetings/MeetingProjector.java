package org.ccgledger.query.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.RuledInterest;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Meetings, their items, and how these were decided.
@Component
final class MeetingProjector implements Projector {

    static final String NAME = "meetings";

    private static final List<String> MEETING_KEY = List.of("meeting");
    private static final List<String> ITEM_KEY = List.of("meeting", "item");
    private static final List<String> PERSON_KEY = List.of("meeting", "item", "person");
    private static final List<String> INTEREST_KEY =
            List.of("meeting", "item", "person", "interest");
    private static final List<String> SUBJECT_KEY = List.of("meeting", "item", "person", "subject");

    private static final Timeline MEETING =
            new Timeline(
                    "meeting",
                    MEETING_KEY,
                    List.of("forum", "forum_kind", "meeting_on", "starts_at", "held_in_public"));
    private static final Timeline ON_PAPER =
            new Timeline(
                    "meeting_on_paper", MEETING_KEY, List.of("forum", "forum_kind", "meeting_on"));
    private static final Timeline STATUS =
            new Timeline("meeting_status", MEETING_KEY, List.of("status", "since", "minutes"));
    private static final Timeline EXPECTED =
            new Timeline("meeting_expected", List.of("meeting", "member"), List.of());
    private static final Timeline ATTENDANCE =
            new Timeline(
                    "meeting_attendance",
                    List.of("meeting", "person"),
                    List.of("capacity", "body", "arrived", "left_at"));
    private static final Timeline ITEM =
            new Timeline(
                    "meeting_item",
                    ITEM_KEY,
                    List.of(
                            "title",
                            "function",
                            "basis",
                            "instrument",
                            "provision",
                            "delegation",
                            "delegated_primary_care",
                            "concerns",
                            "papers"));
    private static final Timeline ITEM_STATUS =
            new Timeline("meeting_item_status", ITEM_KEY, List.of("status", "since", "detail"));
    private static final Timeline INTEREST =
            new Timeline("meeting_interest", INTEREST_KEY, List.of("spoken"));
    private static final Timeline RULING =
            new Timeline("meeting_ruling", INTEREST_KEY, List.of("category", "ruling"));
    private static final Timeline CONFLICT =
            new Timeline("meeting_conflict", SUBJECT_KEY, List.of("ruling"));
    private static final Timeline VOTING =
            new Timeline("meeting_voting", ITEM_KEY, List.of("eligible", "quorum"));
    private static final Timeline VOTE =
            new Timeline("meeting_vote", PERSON_KEY, List.of("body", "vote"));
    private static final Timeline DECISION =
            new Timeline(
                    "meeting_decision",
                    ITEM_KEY,
                    List.of(
                            "outcome",
                            "reason",
                            "minuted",
                            "in_favour",
                            "against",
                            "abstained",
                            "casting_vote",
                            "bound",
                            "absent",
                            "decided_on",
                            "decided_by",
                            "role",
                            "body"));
    private static final Timeline BALLOT =
            new Timeline("meeting_ballot", PERSON_KEY, List.of("body", "vote"));
    private static final Timeline IMPOSITION =
            new Timeline("meeting_imposition", List.of("meeting", "item", "member"), List.of());
    private static final Timeline TAINT =
            new Timeline("meeting_taint", SUBJECT_KEY, List.of("tainted_on"));
    private static final Timeline RESCISSION =
            new Timeline(
                    "meeting_rescission",
                    ITEM_KEY,
                    List.of("by_meeting", "by_item", "rescinded_on"));
    private static final Timeline RATIFICATION =
            new Timeline("meeting_ratification", ITEM_KEY, List.of("at_meeting", "ratified_on"));

    private final QueryDatabase database;

    MeetingProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(MeetingEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((MeetingEvent) event) {
            case MeetingScheduled e -> {
                MEETING.from(
                        day,
                        at,
                        database,
                        e.meeting(),
                        e.forum(),
                        e.forum().kind(),
                        e.meetingOn(),
                        e.startsAt(),
                        e.heldInPublic());
                status(e, at, "SCHEDULED", null);
            }
            case MeetingOpened e -> {
                status(e, at, "OPEN", null);
                Stream.concat(e.members().stream(), e.bodies().stream())
                        .forEach(member -> EXPECTED.from(day, at, database, e.meeting(), member));
            }
            case AttendanceRecorded e ->
                    ATTENDANCE.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.person(),
                            e.capacity(),
                            e.body(),
                            e.from(),
                            e.until());
            case ItemTabled e -> {
                item(
                        e,
                        at,
                        e.item(),
                        e.title(),
                        e.function(),
                        e.basis(),
                        e.authority(),
                        e.delegatedPrimaryCare(),
                        e.concerns(),
                        e.papers());
                itemStatus(e, at, e.item(), "TABLED", null);
            }
            case InterestsCalled e -> itemStatus(e, at, e.item(), "INTERESTS_CALLED", null);
            case InterestDeclaredAtMeeting e ->
                    INTEREST.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.item(),
                            e.person(),
                            e.interest(),
                            e.spoken() != null);
            case InterestRuled e ->
                    RULING.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.item(),
                            e.person(),
                            e.interest(),
                            e.category(),
                            e.ruling());
            case VotingOpened e -> {
                itemStatus(e, at, e.item(), "VOTING", null);
                VOTING.from(day, at, database, e.meeting(), e.item(), votes(e), e.quorum());
                conflicts(e, at, e.item(), e.interests());
            }
            case VoteCast e ->
                    VOTE.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.item(),
                            e.person(),
                            e.body(),
                            e.vote());
            case DecisionCarried e -> {
                itemStatus(e, at, e.item(), "CARRIED", null);
                decided(
                        e,
                        at,
                        e.item(),
                        "CARRIED",
                        null,
                        e.tally(),
                        e.castingVote(),
                        e.bound(),
                        e.absent(),
                        metadata);
                ballots(e, at, e.item(), e.ballots());
                conflicts(e, at, e.item(), e.interests());
            }
            case DecisionImposedOnDissentingMember e ->
                    IMPOSITION.from(day, at, database, e.meeting(), e.item(), e.member());
            case DecisionLost e -> {
                itemStatus(e, at, e.item(), "LOST", e.reason());
                decided(
                        e,
                        at,
                        e.item(),
                        "LOST",
                        e.reason(),
                        e.tally(),
                        e.castingVote(),
                        List.of(),
                        List.of(),
                        metadata);
                ballots(e, at, e.item(), e.ballots());
                conflicts(e, at, e.item(), e.interests());
            }
            case ItemDeferred e -> itemStatus(e, at, e.item(), "DEFERRED", e.to());
            case ItemReferred e -> itemStatus(e, at, e.item(), "REFERRED", e.route());
            case MeetingClosed e -> status(e, at, "CLOSED", null);
            case MinutesApproved e -> status(e, at, "MINUTES_APPROVED", e.minutes().title());
            case DecisionMinuted e -> minuted(e, at, metadata);
            case DecisionTainted e ->
                    TAINT.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.item(),
                            e.person(),
                            subject(e.interest(), e.practice()),
                            day);
            case DecisionRescinded e ->
                    RESCISSION.from(
                            day,
                            at,
                            database,
                            e.meeting(),
                            e.item(),
                            e.byMeeting(),
                            e.byItem(),
                            day);
            case DecisionRatified e ->
                    RATIFICATION.from(day, at, database, e.meeting(), e.item(), e.atMeeting(), day);
        }
    }

    private void minuted(DecisionMinuted e, Recorded at, EventMetadata metadata) {
        String outcome = e.carried() ? "CARRIED" : "LOST";
        ON_PAPER.from(
                e.effectiveOn(),
                at,
                database,
                e.meeting(),
                e.forum(),
                e.forum().kind(),
                e.effectiveOn());
        item(
                e,
                at,
                e.item(),
                e.title(),
                e.function(),
                null,
                e.authority(),
                false,
                e.concerns(),
                List.of(e.minutes()));
        itemStatus(e, at, e.item(), outcome, null);
        decided(e, at, e.item(), outcome, null, e.tally(), null, e.bound(), List.of(), metadata);
        ballots(e, at, e.item(), e.ballots());
    }

    private void status(MeetingEvent event, Recorded at, String status, @Nullable String minutes) {
        LocalDate day = event.effectiveOn();
        STATUS.from(day, at, database, event.meeting(), status, day, minutes);
    }

    private void itemStatus(
            MeetingEvent event, Recorded at, ItemId item, String status, @Nullable Object detail) {
        LocalDate day = event.effectiveOn();
        ITEM_STATUS.from(day, at, database, event.meeting(), item, status, day, detail);
    }

    private void item(
            MeetingEvent event,
            Recorded at,
            ItemId item,
            String title,
            @Nullable Object function,
            @Nullable Object basis,
            @Nullable Authority authority,
            boolean delegatedPrimaryCare,
            List<BodyRef> concerns,
            List<DocRef> papers) {
        ITEM.from(
                event.effectiveOn(),
                at,
                database,
                event.meeting(),
                item,
                title,
                function,
                basis,
                authority == null ? null : authority.instrument(),
                authority == null ? null : authority.provision(),
                authority == null ? null : authority.delegation(),
                delegatedPrimaryCare,
                concerns,
                papers.stream().map(DocRef::title).toList());
    }

    private void decided(
            MeetingEvent event,
            Recorded at,
            ItemId item,
            String outcome,
            @Nullable Object reason,
            Tally tally,
            @Nullable Vote castingVote,
            List<BodyRef> bound,
            List<BodyRef> absent,
            EventMetadata metadata) {
        DECISION.from(
                event.effectiveOn(),
                at,
                database,
                event.meeting(),
                item,
                outcome,
                reason,
                event instanceof DecisionMinuted,
                tally.inFavour(),
                tally.against(),
                tally.abstained(),
                castingVote,
                bound,
                absent,
                event.effectiveOn(),
                metadata.actor().id(),
                metadata.actor().role(),
                metadata.actor().body());
    }

    private void ballots(MeetingEvent event, Recorded at, ItemId item, List<Ballot> ballots) {
        ballots.forEach(ballot ->
                BALLOT.from(
                        event.effectiveOn(),
                        at,
                        database,
                        event.meeting(),
                        item,
                        ballot.person(),
                        ballot.body(),
                        ballot.vote()));
    }

    private void conflicts(
            MeetingEvent event, Recorded at, ItemId item, List<RuledInterest> interests) {
        MeetingId meeting = event.meeting();
        interests.forEach(interest ->
                CONFLICT.from(
                        event.effectiveOn(),
                        at,
                        database,
                        meeting,
                        item,
                        interest.person(),
                        subject(interest.interest(), interest.practice()),
                        interest.ruling()));
    }

    private static Object subject(@Nullable Object interest, @Nullable Object practice) {
        return interest == null ? String.valueOf(practice) : interest;
    }

    /// A member of a joint committee has one, whoever attends for it.
    private static int votes(VotingOpened e) {
        return (int)
                e.eligible().stream()
                        .map(voter -> voter.body() == null ? voter.person() : voter.body())
                        .distinct()
                        .count();
    }

    @Override
    public void reset() {
        List.of(
                        MEETING,
                        ON_PAPER,
                        STATUS,
                        EXPECTED,
                        ATTENDANCE,
                        ITEM,
                        ITEM_STATUS,
                        INTEREST,
                        RULING,
                        CONFLICT,
                        VOTING,
                        VOTE,
                        DECISION,
                        BALLOT,
                        IMPOSITION,
                        TAINT,
                        RESCISSION,
                        RATIFICATION)
                .forEach(timeline -> timeline.clear(database));
    }
}
