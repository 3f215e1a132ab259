package org.ccgledger.command.meetings;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.meetings.Item.Taint;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Voter;

/// What becomes of decisions, and those that the ledger learns of from minutes.
final class Aftermath {

    private Aftermath() {}

    /// M11: the interests over which somebody has voted and that are not among the taints yet.
    static List<CcgEvent> taints(
            MeetingId meeting,
            ForumRef forum,
            ItemId id,
            Item item,
            PersonId person,
            Context context) {
        return item.stage().isDecided()
                ? item.vote(person).stream()
                        .flatMap(vote ->
                                Conflict.of(person, item, vote.on(), context.reads()).stream())
                        .filter(Conflict::standsInTheWay)
                        .filter(conflict ->
                                !item.aftermath()
                                        .taints()
                                        .contains(
                                                new Taint(
                                                        person,
                                                        conflict.interest(),
                                                        conflict.practice())))
                        .<CcgEvent>map(conflict ->
                                new DecisionTainted(
                                        meeting,
                                        forum,
                                        id,
                                        person,
                                        conflict.interest(),
                                        conflict.practice(),
                                        context.effectiveOn()))
                        .toList()
                : List.of();
    }

    static Decision taint(RecordTaint command, Meeting meeting, Item item, Context context) {
        List<CcgEvent> taints =
                taints(
                        command.meeting(),
                        Objects.requireNonNull(meeting.forum()),
                        command.item(),
                        item,
                        command.person(),
                        context);
        return taints.isEmpty() ? unchanged() : accept(taints);
    }

    /// What the minutes tell is a fact: an interest taints it, and refuses nothing.
    static Decision minuted(RecordMinutedDecision command, Sitting sitting) {
        Meeting meeting = sitting.meeting();
        Context context = sitting.context();
        if (meeting.forum() != null && !meeting.forum().equals(command.forum())) {
            return refuse(new MeetingAlreadyScheduled(meeting.forum()));
        }
        DecisionMinuted minuted =
                new DecisionMinuted(
                        command.meeting(),
                        command.forum(),
                        command.item(),
                        command.title(),
                        command.function(),
                        context.authority(),
                        command.concerns(),
                        command.carried(),
                        command.tally(),
                        command.ballots(),
                        command.carried()
                                ? Count.boundAsMinuted(
                                        sitting, command.ballots(), command.function())
                                : List.of(),
                        command.minutes(),
                        context.effectiveOn());
        Optional<Item> known = meeting.item(command.item());
        if (known.isPresent()) {
            return minuted.equals(known.get().matter().minuted())
                    ? unchanged()
                    : refuse(new ItemAlreadyTabled(command.item()));
        }
        List<CcgEvent> events = new ArrayList<>();
        events.add(minuted);
        Item item = Item.UNKNOWN.minuted(minuted);
        command.ballots().stream()
                .map(Ballot::person)
                .distinct()
                .forEach(person ->
                        events.addAll(
                                taints(
                                        command.meeting(),
                                        command.forum(),
                                        command.item(),
                                        item,
                                        person,
                                        context)));
        return accept(events);
    }

    static Decision rescind(RescindDecision command, Sitting sitting, Item item) {
        DecisionRescinded before = item.aftermath().rescinded();
        if (before != null) {
            return before.byMeeting().equals(command.byMeeting())
                            && before.byItem().equals(command.byItem())
                    ? unchanged()
                    : refuse(new AlreadyRescinded(before.byMeeting(), before.byItem()));
        }
        LocalDate decidedOn = item.aftermath().decidedOn();
        if (item.stage() != Item.Stage.CARRIED || decidedOn == null) {
            return refuse(new DecisionNotCarried(command.item(), item.stage()));
        }
        boolean isReplaced =
                !isItself(command)
                        && another(command.byMeeting(), sitting)
                                .item(command.byItem())
                                .filter(newer -> newer.stage() == Item.Stage.CARRIED)
                                .map(newer -> newer.aftermath().decidedOn())
                                .filter(on -> !on.isBefore(decidedOn))
                                .isPresent();
        return isReplaced
                ? accept(
                        new DecisionRescinded(
                                command.meeting(),
                                sitting.ref(),
                                command.item(),
                                command.byMeeting(),
                                command.byItem(),
                                sitting.context().effectiveOn()))
                : refuse(new NewerDecisionMissing(command.byMeeting(), command.byItem()));
    }

    private static boolean isItself(RescindDecision command) {
        return command.byMeeting().equals(command.meeting())
                && command.byItem().equals(command.item());
    }

    /// A meeting of the same body; one of another, or that there is not, is unknown.
    private static Meeting another(MeetingId id, Sitting sitting) {
        if (id.equals(sitting.id())) {
            return sitting.meeting();
        }
        Meeting meeting = Meeting.of(sitting.context().reads().stream(StreamName.meeting(id)));
        return sitting.ref().equals(meeting.forum()) ? meeting : Meeting.UNKNOWN;
    }

    static Decision ratify(RatifyDecision command, Sitting sitting, Item item) {
        Meeting meeting = another(command.atMeeting(), sitting);
        if (meeting.forum() == null) {
            return notFound("No meeting " + command.atMeeting() + " of " + sitting.ref());
        }
        Sitting ratifying =
                new Sitting(
                        command.atMeeting(),
                        meeting,
                        sitting.ref(),
                        sitting.forum(),
                        sitting.context());
        List<Voter> voters = ratifying.voters();
        Map<PersonId, List<Conflict>> conflicts =
                ratifying.conflicts(item, voters.stream().map(Voter::person));
        Optional<MeetingRefusal> refusal =
                sitting.chairConflicted(item)
                        .<MeetingRefusal>map(conflicted -> conflicted)
                        .or(() -> notQuorate(ratifying, voters, conflicts));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (item.aftermath().open().isEmpty()) {
            DecisionRatified before = item.aftermath().ratified();
            return before != null && before.atMeeting().equals(command.atMeeting())
                    ? unchanged()
                    : refuse(new DecisionNotTainted(command.item()));
        }
        return ratifying
                .notOpen()
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new DecisionRatified(
                                        command.meeting(),
                                        sitting.ref(),
                                        command.item(),
                                        command.atMeeting(),
                                        sitting.context().effectiveOn())));
    }

    /// An interest that nobody cleared counts like one that excludes: a quorum without any is asked
    /// for.
    private static Optional<MeetingRefusal> notQuorate(
            Sitting ratifying, List<Voter> voters, Map<PersonId, List<Conflict>> conflicts) {
        Set<PersonId> interested = new HashSet<>();
        conflicts.forEach((person, all) -> {
            if (all.stream().anyMatch(Conflict::standsInTheWay)) {
                interested.add(person);
            }
        });
        int remaining =
                ratifying.seats(
                        voters.stream()
                                .filter(voter -> !interested.contains(voter.person()))
                                .toList());
        return remaining >= ratifying.quorum()
                ? Optional.empty()
                : Optional.of(
                        new NotQuorate(remaining, ratifying.quorum(), Set.copyOf(interested)));
    }
}
