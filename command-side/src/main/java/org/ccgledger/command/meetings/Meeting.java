package org.ccgledger.command.meetings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.jspecify.annotations.Nullable;

/// Where a meeting stands.
///
/// @param forum whose meeting it is, once that is known
/// @param scheduled as it was called, if it was
/// @param minutes as they were approved, if they were
record Meeting(
        Stage stage,
        @Nullable ForumRef forum,
        @Nullable MeetingScheduled scheduled,
        Map<PersonId, AttendanceRecorded> attendance,
        Map<ItemId, Item> items,
        @Nullable MinutesApproved minutes) {

    static final Meeting UNKNOWN = new Meeting(Stage.UNKNOWN, null, null, Map.of(), Map.of(), null);

    /// How far a meeting has come.
    enum Stage {
        UNKNOWN,
        /// Known from its minutes alone.
        ON_PAPER,
        SCHEDULED,
        OPEN,
        CLOSED,
        MINUTES_APPROVED
    }

    static Meeting of(List<CcgEvent> events) {
        Meeting meeting = UNKNOWN;
        for (CcgEvent event : events) {
            if (event instanceof MeetingEvent own) {
                meeting = meeting.evolve(own);
            }
        }
        return meeting;
    }

    /// An item that was tabled or minuted.
    Optional<Item> item(ItemId id) {
        return Optional.ofNullable(items.get(id)).filter(Item::isKnown);
    }

    /// Today's rules do not judge yesterday's facts: one that is dated before what it is about is
    /// kept until that is known.
    Meeting evolve(MeetingEvent event) {
        return switch (event) {
            case MeetingScheduled e ->
                    new Meeting(Stage.SCHEDULED, e.forum(), e, attendance, items, minutes);
            case MeetingOpened _ -> at(Stage.OPEN);
            case AttendanceRecorded e -> {
                Map<PersonId, AttendanceRecorded> all = new LinkedHashMap<>(attendance);
                all.put(e.person(), e);
                yield new Meeting(
                        stage, forum, scheduled, Collections.unmodifiableMap(all), items, minutes);
            }
            case MeetingClosed _ -> at(Stage.CLOSED);
            case MinutesApproved e ->
                    new Meeting(Stage.MINUTES_APPROVED, forum, scheduled, attendance, items, e);
            case DecisionMinuted e ->
                    new Meeting(
                                    stage == Stage.UNKNOWN ? Stage.ON_PAPER : stage,
                                    e.forum(),
                                    scheduled,
                                    attendance,
                                    items,
                                    minutes)
                            .with(e.item(), item -> item.minuted(e));
            case ItemTabled e -> with(e.item(), item -> item.tabled(e));
            case InterestsCalled e -> with(e.item(), item -> item.at(Item.Stage.INTERESTS_CALLED));
            case InterestDeclaredAtMeeting e -> with(e.item(), item -> item.declared(e));
            case InterestRuled e -> with(e.item(), item -> item.ruled(e));
            case VotingOpened e -> with(e.item(), item -> item.at(Item.Stage.VOTING));
            case VoteCast e -> with(e.item(), item -> item.voted(e));
            case DecisionCarried e ->
                    with(
                            e.item(),
                            item -> item.decided(Item.Stage.CARRIED, e.ballots(), e.effectiveOn()));
            case DecisionLost e ->
                    with(
                            e.item(),
                            item -> item.decided(Item.Stage.LOST, e.ballots(), e.effectiveOn()));
            case DecisionImposedOnDissentingMember _ -> this;
            case ItemDeferred e -> with(e.item(), item -> item.at(Item.Stage.DEFERRED));
            case ItemReferred e -> with(e.item(), item -> item.at(Item.Stage.REFERRED));
            case DecisionTainted e -> with(e.item(), item -> item.tainted(e));
            case DecisionRescinded e -> with(e.item(), item -> item.rescinded(e));
            case DecisionRatified e -> with(e.item(), item -> item.ratified(e));
        };
    }

    private Meeting at(Stage next) {
        return new Meeting(next, forum, scheduled, attendance, items, minutes);
    }

    private Meeting with(ItemId id, UnaryOperator<Item> change) {
        Map<ItemId, Item> all = new LinkedHashMap<>(items);
        all.put(id, change.apply(items.getOrDefault(id, Item.UNKNOWN)));
        return new Meeting(
                stage, forum, scheduled, attendance, Collections.unmodifiableMap(all), minutes);
    }
}
