package org.ccgledger.command.meetings;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.Forum.GoverningBody;
import org.ccgledger.command.boundaries.Forum.JointCommittee;
import org.ccgledger.command.boundaries.Forum.OwnCommittee;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.jspecify.annotations.Nullable;

/// How a meeting comes about and ends, who attends it, and what is before it.
final class Agenda {

    private Agenda() {}

    static Decision schedule(ScheduleMeeting command, Sitting sitting) {
        MeetingScheduled scheduled =
                new MeetingScheduled(
                        command.meeting(),
                        command.forum(),
                        command.meetingOn(),
                        command.startsAt(),
                        command.heldInPublic(),
                        sitting.context().effectiveOn());
        Meeting meeting = sitting.meeting();
        if (meeting.forum() == null) {
            return accept(scheduled);
        }
        return isSame(scheduled, meeting.scheduled())
                ? unchanged()
                : refuse(new MeetingAlreadyScheduled(meeting.forum()));
    }

    private static boolean isSame(MeetingScheduled one, @Nullable MeetingScheduled other) {
        return other != null
                && one.forum().equals(other.forum())
                && one.meetingOn().equals(other.meetingOn())
                && Objects.equals(one.startsAt(), other.startsAt())
                && one.heldInPublic() == other.heldInPublic();
    }

    static Decision open(Sitting sitting) {
        return switch (sitting.meeting().stage()) {
            case SCHEDULED -> accept(opened(sitting));
            case OPEN -> unchanged();
            case UNKNOWN, ON_PAPER, CLOSED, MINUTES_APPROVED ->
                    refuse(new MeetingNotOpen(sitting.meeting().stage()));
        };
    }

    private static MeetingOpened opened(Sitting sitting) {
        List<PersonId> members = List.of();
        List<BodyRef> bodies = List.of();
        switch (sitting.forum()) {
            case GoverningBody(_, var all) -> members = sorted(all);
            case OwnCommittee(_, var all) -> members = sorted(all);
            case JointCommittee joint ->
                    bodies =
                            joint.members().keySet().stream()
                                    .sorted(Comparator.comparing(BodyRef::value))
                                    .toList();
        }
        return new MeetingOpened(
                sitting.id(), sitting.ref(), members, bodies, sitting.context().effectiveOn());
    }

    private static List<PersonId> sorted(Set<PersonId> members) {
        return members.stream().sorted(Comparator.comparing(PersonId::value)).toList();
    }

    static Decision attendance(RecordAttendance command, Sitting sitting) {
        if (command.capacity() != AttendeeCapacity.IN_ATTENDANCE
                && !sitting.hasVote(command.person(), command.capacity(), command.body())) {
            return refuse(new NotAVotingMember(command.person(), NoVote.NOT_APPOINTED));
        }
        AttendanceRecorded recorded =
                new AttendanceRecorded(
                        command.meeting(),
                        sitting.ref(),
                        command.person(),
                        command.capacity(),
                        command.body(),
                        command.from(),
                        command.until(),
                        sitting.context().effectiveOn());
        return recorded.equals(sitting.meeting().attendance().get(command.person()))
                ? unchanged()
                : accept(recorded);
    }

    static Decision table(TableItem command, Sitting sitting) {
        Context context = sitting.context();
        Optional<Item> known = sitting.meeting().item(command.item());
        Remit remit = new Remit(command.function(), command.delegatedPrimaryCare(), sitting);
        Optional<MeetingRefusal> refusal = remit.exceeded();
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        ItemTabled tabled =
                new ItemTabled(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        command.title(),
                        command.function(),
                        command.basis(),
                        context.authority(),
                        remit.isDelegatedPrimaryCare(),
                        command.concerns(),
                        command.papers(),
                        context.effectiveOn());
        if (known.isPresent()) {
            return tabled.equals(known.get().matter().tabled())
                    ? unchanged()
                    : refuse(new ItemAlreadyTabled(command.item()));
        }
        return sitting.over().map(Decision::refuse).orElseGet(() -> accept(tabled));
    }

    static Decision defer(DeferItem command, Sitting sitting, Item item) {
        return putOff(
                sitting,
                command.item(),
                item,
                new ItemDeferred(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        command.to(),
                        sitting.context().effectiveOn()));
    }

    static Decision refer(ReferItem command, Sitting sitting, Item item) {
        return putOff(
                sitting,
                command.item(),
                item,
                new ItemReferred(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        command.route(),
                        command.to(),
                        sitting.context().effectiveOn()));
    }

    /// Votes that were cast already are void with it.
    @Upholds(
            id = "M7",
            title = "An item for which interests leave no quorum is put off or referred to others")
    private static Decision putOff(Sitting sitting, ItemId id, Item item, MeetingEvent event) {
        return Sitting.settled(id, item)
                .or(sitting::over)
                .map(Decision::refuse)
                .orElseGet(() -> accept(event));
    }

    static Decision close(Sitting sitting) {
        Set<ItemId> open =
                sitting.meeting().items().entrySet().stream()
                        .filter(item -> item.getValue().stage() == Item.Stage.VOTING)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        return switch (sitting.meeting().stage()) {
            case OPEN ->
                    open.isEmpty()
                            ? accept(
                                    new MeetingClosed(
                                            sitting.id(),
                                            sitting.ref(),
                                            sitting.context().effectiveOn()))
                            : refuse(new VotingOpen(open));
            case CLOSED, MINUTES_APPROVED -> unchanged();
            case UNKNOWN, ON_PAPER, SCHEDULED ->
                    refuse(new MeetingNotOpen(sitting.meeting().stage()));
        };
    }

    static Decision approve(ApproveMinutes command, Sitting sitting) {
        Meeting meeting = sitting.meeting();
        LocalDate on = sitting.context().effectiveOn();
        MinutesApproved before = meeting.minutes();
        if (before != null) {
            return before.minutes().equals(command.minutes())
                    ? unchanged()
                    : refuse(new MinutesAlreadyApproved(before.effectiveOn()));
        }
        return meeting.stage() == Meeting.Stage.CLOSED
                ? accept(
                        new MinutesApproved(
                                command.meeting(), sitting.ref(), command.minutes(), on))
                : refuse(new MeetingNotClosed(meeting.stage()));
    }
}
