package org.ccgledger.command.meetings;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.RuledInterest;
import org.ccgledger.events.meetings.Voter;

/// How an item is voted on.
///
/// K1: nobody votes over a live interest that the meeting has not cleared. What people have
/// declared, to whichever body, is read again at every step, and the append is refused if it was
/// overtaken.
final class Voting {

    private Voting() {}

    static Decision open(OpenVoting command, Sitting sitting, Item item) {
        if (item.stage() == Item.Stage.VOTING) {
            return unchanged();
        }
        List<Voter> voters = sitting.voters();
        Map<PersonId, List<Conflict>> conflicts =
                sitting.conflicts(item, voters.stream().map(Voter::person));
        Optional<MeetingRefusal> refusal =
                Sitting.settled(command.item(), item)
                        .or(sitting::notOpen)
                        .or(() -> Remit.of(item, sitting).flatMap(Remit::exceeded))
                        .or(() -> notCalled(command, item))
                        .or(() -> unresolved(command, conflicts))
                        .or(() -> sitting.chairConflicted(item))
                        .or(() -> sitting.notQuorate(voters, conflicts));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return accept(
                new VotingOpened(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        Sitting.unbarred(voters, conflicts),
                        sitting.quorum(),
                        ruled(conflicts),
                        sitting.context().effectiveOn()));
    }

    private static Optional<MeetingRefusal> notCalled(OpenVoting command, Item item) {
        return item.stage() == Item.Stage.TABLED
                ? Optional.of(new InterestsNotCalled(command.item()))
                : Optional.empty();
    }

    private static Optional<MeetingRefusal> unresolved(
            OpenVoting command, Map<PersonId, List<Conflict>> conflicts) {
        List<Conflict> open = all(conflicts).filter(Conflict::isUnresolved).toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new InterestUnresolved(command.item(), Conflict.names(open)));
    }

    static Decision cast(CastVote command, Sitting sitting, Item item) {
        PersonId member = command.member();
        Context context = sitting.context();
        Optional<Voter> voter = sitting.voter(member);
        if (voter.isEmpty()) {
            return refuse(
                    new NotAVotingMember(
                            member,
                            sitting.isPresent(member) ? NoVote.NOT_APPOINTED : NoVote.NOT_PRESENT));
        }
        if (!context.isActor(member)) {
            return refuse(new NotAVotingMember(member, NoVote.VOTES_FOR_ANOTHER));
        }
        List<Conflict> conflicts =
                Conflict.of(member, item, context.effectiveOn(), context.reads());
        Optional<MeetingRefusal> refusal =
                conflicted(member, conflicts)
                        .or(() -> votedAlready(voter.get(), item))
                        .or(() -> notOpen(command, sitting, item))
                        .or(() -> undeclared(member, conflicts));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        Ballot ballot = new Ballot(member, voter.get().body(), command.vote());
        return item.vote(member).map(Item.Cast::ballot).filter(ballot::equals).isPresent()
                ? unchanged()
                : accept(
                        new VoteCast(
                                command.meeting(),
                                sitting.ref(),
                                command.item(),
                                member,
                                ballot.body(),
                                command.vote(),
                                context.effectiveOn()));
    }

    private static Optional<MeetingRefusal> conflicted(PersonId member, List<Conflict> conflicts) {
        List<Conflict> barring = conflicts.stream().filter(Conflict::bars).toList();
        return barring.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConflictedMemberMayNotVote(member, Conflict.names(barring)));
    }

    private static Optional<MeetingRefusal> votedAlready(Voter voter, Item item) {
        BodyRef body = voter.body();
        return body == null
                ? Optional.empty()
                : item.votes().values().stream()
                        .map(Item.Cast::ballot)
                        .filter(ballot ->
                                body.equals(ballot.body())
                                        && !ballot.person().equals(voter.person()))
                        .findFirst()
                        .map(ballot -> new AlreadyVoted(body, ballot.person()));
    }

    private static Optional<MeetingRefusal> notOpen(CastVote command, Sitting sitting, Item item) {
        return item.stage() == Item.Stage.VOTING && sitting.notOpen().isEmpty()
                ? Optional.empty()
                : Optional.of(new VotingNotOpen(command.item()));
    }

    private static Optional<MeetingRefusal> undeclared(PersonId member, List<Conflict> conflicts) {
        List<Conflict> unresolved = conflicts.stream().filter(Conflict::isUnresolved).toList();
        return unresolved.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveInterestUndeclared(member, Conflict.names(unresolved)));
    }

    /// The votes of those who have been barred since do not count; those that were cast over an
    /// interest on which nobody ruled do, and taint the decision.
    static Decision close(CloseVoting command, Sitting sitting, Item item) {
        if (item.stage() != Item.Stage.VOTING) {
            return refuse(new VotingNotOpen(command.item()));
        }
        List<Voter> voters =
                Stream.concat(
                                sitting.voters().stream(),
                                item.votes().values().stream()
                                        .map(Item.Cast::ballot)
                                        .map(ballot -> new Voter(ballot.person(), ballot.body())))
                        .distinct()
                        .toList();
        Map<PersonId, List<Conflict>> conflicts =
                sitting.conflicts(item, voters.stream().map(Voter::person));
        List<Voter> unbarred = Sitting.unbarred(voters, conflicts);
        List<Ballot> ballots =
                item.votes().values().stream()
                        .map(Item.Cast::ballot)
                        .filter(ballot ->
                                unbarred.contains(new Voter(ballot.person(), ballot.body())))
                        .toList();
        Count count = new Count(sitting, ballots, sitting.seats(unbarred), command.castingVote());
        Optional<? extends MeetingRefusal> refusal =
                castingVoteRefused(command, sitting, item, count);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        List<CcgEvent> events = new ArrayList<>(result(sitting, command, item, count, conflicts));
        ballots.forEach(ballot ->
                events.addAll(
                        Aftermath.taints(
                                command.meeting(),
                                sitting.ref(),
                                command.item(),
                                item.decided(
                                        Item.Stage.CARRIED,
                                        ballots,
                                        sitting.context().effectiveOn()),
                                ballot.person(),
                                sitting.context())));
        return accept(events);
    }

    /// Why the casting vote is not the chair's to give, if one is given.
    private static Optional<? extends MeetingRefusal> castingVoteRefused(
            CloseVoting command, Sitting sitting, Item item, Count count) {
        if (command.castingVote() == null) {
            return Optional.empty();
        }
        Optional<ChairConflicted> conflicted = sitting.chairConflicted(item);
        return conflicted.isPresent() || count.isForChairToDecide()
                ? conflicted
                : Optional.of(new NoCastingVote(count.tally()));
    }

    private static List<CcgEvent> result(
            Sitting sitting,
            CloseVoting command,
            Item item,
            Count count,
            Map<PersonId, List<Conflict>> conflicts) {
        ItemTabled tabled = Objects.requireNonNull(item.matter().tabled());
        LocalDate on = sitting.context().effectiveOn();
        return count.lost()
                .<List<CcgEvent>>map(reason ->
                        List.of(
                                new DecisionLost(
                                        command.meeting(),
                                        sitting.ref(),
                                        command.item(),
                                        tabled.title(),
                                        tabled.function(),
                                        tabled.basis(),
                                        tabled.authority(),
                                        reason,
                                        count.tally(),
                                        count.ballots(),
                                        count.castingVote(),
                                        ruled(conflicts),
                                        on)))
                .orElseGet(() -> {
                    List<BodyRef> bound = count.bound(tabled.function());
                    List<CcgEvent> events = new ArrayList<>();
                    events.add(
                            new DecisionCarried(
                                    command.meeting(),
                                    sitting.ref(),
                                    command.item(),
                                    tabled.title(),
                                    tabled.function(),
                                    tabled.basis(),
                                    tabled.authority(),
                                    count.tally(),
                                    count.ballots(),
                                    count.castingVote(),
                                    bound,
                                    count.absent(bound),
                                    ruled(conflicts),
                                    on));
                    count.imposedOn(bound)
                            .forEach(member ->
                                    events.add(
                                            new DecisionImposedOnDissentingMember(
                                                    command.meeting(),
                                                    sitting.ref(),
                                                    command.item(),
                                                    member,
                                                    on)));
                    return events;
                });
    }

    private static Stream<Conflict> all(Map<PersonId, List<Conflict>> conflicts) {
        return conflicts.values().stream().flatMap(Collection::stream);
    }

    private static List<RuledInterest> ruled(Map<PersonId, List<Conflict>> conflicts) {
        return all(conflicts).map(Conflict::asRuled).flatMap(Optional::stream).toList();
    }
}
