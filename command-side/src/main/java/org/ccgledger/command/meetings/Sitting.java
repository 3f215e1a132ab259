package org.ccgledger.command.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Forum;
import org.ccgledger.command.boundaries.Forum.GoverningBody;
import org.ccgledger.command.boundaries.Forum.JointCommittee;
import org.ccgledger.command.boundaries.Forum.OwnCommittee;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.TextPattern;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.MeetingEvent.AttendanceRecorded;
import org.ccgledger.events.meetings.Voter;
import org.jspecify.annotations.Nullable;

/// A meeting with the body whose meeting it is, as both are while something is decided about it.
record Sitting(MeetingId id, Meeting meeting, ForumRef ref, Forum forum, Context context) {

    private static final Pattern PERSON =
            Pattern.compile(PersonId.class.getAnnotation(TextPattern.class).value());

    /// M1: whether somebody who attends like that has a vote on that day.
    boolean hasVote(PersonId person, AttendeeCapacity capacity, @Nullable BodyRef body) {
        return switch (forum) {
            case GoverningBody(_, var members) ->
                    capacity == AttendeeCapacity.VOTING_MEMBER && members.contains(person);
            case OwnCommittee(_, var members) ->
                    capacity == AttendeeCapacity.VOTING_MEMBER && members.contains(person);
            case JointCommittee joint ->
                    capacity.votes() && body != null && joint.members().containsKey(body);
        };
    }

    /// Those present who have a vote, whatever their interests.
    List<Voter> voters() {
        return meeting.attendance().values().stream()
                .filter(this::mayVote)
                .map(present -> new Voter(present.person(), bodyOf(present)))
                .toList();
    }

    Optional<Voter> voter(PersonId person) {
        return Optional.ofNullable(meeting.attendance().get(person))
                .filter(this::mayVote)
                .map(present -> new Voter(present.person(), bodyOf(present)));
    }

    /// Whether somebody is there, with a vote or without.
    boolean isPresent(PersonId person) {
        AttendanceRecorded attendance = meeting.attendance().get(person);
        return attendance != null && attendance.until() == null;
    }

    private boolean mayVote(AttendanceRecorded attendance) {
        return attendance.until() == null
                && hasVote(attendance.person(), attendance.capacity(), attendance.body());
    }

    private @Nullable BodyRef bodyOf(AttendanceRecorded present) {
        return switch (forum) {
            case GoverningBody _, OwnCommittee _ -> null;
            case JointCommittee _ -> present.body();
        };
    }

    /// How many votes these people have between them.
    int seats(Collection<Voter> voters) {
        Stream<?> seats =
                switch (forum) {
                    case GoverningBody _, OwnCommittee _ -> voters.stream().map(Voter::person);
                    case JointCommittee _ ->
                            voters.stream().map(Voter::body).filter(Objects::nonNull);
                };
        return (int) seats.distinct().count();
    }

    /// How many of the members have to take part. The ledger does not hold what constitutions say
    /// of a governing body's quorum, so that is more than half of those in office.
    int quorum() {
        return switch (forum) {
            case GoverningBody(_, var members) -> members.size() / 2 + 1;
            case OwnCommittee(var committee, _) -> committee.terms().quorum();
            case JointCommittee joint -> joint.standing().quorum();
        };
    }

    /// The interests in an item of everybody given, as they are on the day of what is decided now.
    Map<PersonId, List<Conflict>> conflicts(Item item, Stream<PersonId> persons) {
        Map<PersonId, List<Conflict>> all = new LinkedHashMap<>();
        persons.distinct()
                .forEach(person ->
                        all.put(
                                person,
                                Conflict.of(person, item, context.effectiveOn(), context.reads())));
        return all;
    }

    /// M5, for whoever sends it.
    Optional<ChairConflicted> chairConflicted(Item item) {
        return Stream.concat(
                        Stream.of(context.actor().id()),
                        Stream.ofNullable(context.actor().onBehalfOf()))
                .filter(id -> PERSON.matcher(id).matches())
                .map(PersonId::new)
                .flatMap(chair -> conflicted(chair, item).stream())
                .findFirst();
    }

    private Optional<ChairConflicted> conflicted(PersonId chair, Item item) {
        List<Conflict> inTheWay =
                Conflict.of(chair, item, context.effectiveOn(), context.reads()).stream()
                        .filter(Conflict::standsInTheWay)
                        .toList();
        return inTheWay.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChairConflicted(chair, Conflict.names(inTheWay)));
    }

    /// M6: what remains of the voters, and the refusal if it is too little.
    Optional<NotQuorate> notQuorate(
            Collection<Voter> voters, Map<PersonId, List<Conflict>> conflicts) {
        List<Voter> remaining = unbarred(voters, conflicts);
        if (seats(remaining) >= quorum()) {
            return Optional.empty();
        }
        List<Voter> excluded = new ArrayList<>(voters);
        excluded.removeAll(remaining);
        return Optional.of(
                new NotQuorate(
                        seats(remaining),
                        quorum(),
                        excluded.stream()
                                .map(Voter::person)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    static List<Voter> unbarred(Collection<Voter> voters, Map<PersonId, List<Conflict>> conflicts) {
        return voters.stream()
                .filter(voter ->
                        conflicts.getOrDefault(voter.person(), List.of()).stream()
                                .noneMatch(Conflict::bars))
                .toList();
    }

    /// What happens at the meeting itself happens while it is open.
    Optional<MeetingRefusal> notOpen() {
        return meeting.stage() == Meeting.Stage.OPEN
                ? Optional.empty()
                : Optional.of(new MeetingNotOpen(meeting.stage()));
    }

    /// Until a meeting is over its agenda may change.
    Optional<MeetingRefusal> over() {
        return Set.of(Meeting.Stage.SCHEDULED, Meeting.Stage.OPEN).contains(meeting.stage())
                ? Optional.empty()
                : Optional.of(new MeetingNotOpen(meeting.stage()));
    }

    static Optional<MeetingRefusal> settled(ItemId id, Item item) {
        return item.stage().isSettled()
                ? Optional.of(new ItemSettled(id, item.stage()))
                : Optional.empty();
    }
}
