package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.Committees;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.jointcommittees.JointCommittee.Dissolved;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.NotProposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Proposed;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ConvertCommitteesInCommon;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.ActorNotOfThisBody;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.MemberAgreementMissing;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.TooFewMembers;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.CommitteesInCommonConverted;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.ConversionAgreed;

/// How committees that sit in common become a joint committee: their groups have formed one, and
/// each agrees for itself that its own committee gives way to it.
final class Conversions {

    private Conversions() {}

    static Decision convert(
            ConvertCommitteesInCommon command, JointCommittee state, Context context) {
        return switch (state) {
            case NotProposed _ -> Invitations.notProposed(command);
            case Proposed proposed ->
                    Requirements.first(
                                    () -> Requirements.power(proposed.proposal().power(), context),
                                    () ->
                                            Optional.of(
                                                    new MemberAgreementMissing(
                                                            proposed.version(),
                                                            proposed.missing())))
                            .map(Decision::refuse)
                            .orElseThrow();
            case Formed formed -> convert(command, formed, context);
            case Dissolved _ -> notFound(command.jointCommittee() + " has been dissolved");
        };
    }

    private static Decision convert(
            ConvertCommitteesInCommon command, Formed formed, Context context) {
        Set<CommitteeId> named = new LinkedHashSet<>(command.committees());
        if (formed.converted().stream()
                .map(CommitteeInCommon::committee)
                .collect(Collectors.toSet())
                .containsAll(named)) {
            return unchanged();
        }
        Set<CommitteeInCommon> committees = new LinkedHashSet<>();
        for (CommitteeId one : named) {
            Optional<Committee> known =
                    Committees.find(one, context.effectiveOn(), context.reads());
            if (known.isEmpty()) {
                return notFound("There is no committee " + one);
            }
            committees.add(new CommitteeInCommon(one, known.orElseThrow().ccg()));
        }
        Set<BodyRef> owners =
                committees.stream()
                        .map(one -> BodyRef.ccg(one.ccg()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return Requirements.first(
                        () -> Requirements.power(formed.proposal().power(), context),
                        () ->
                                owners.size() < 2
                                        ? Optional.of(new TooFewMembers(owners))
                                        : Optional.empty(),
                        () -> outside(owners, formed),
                        () ->
                                owners.contains(context.actor().body())
                                        ? Optional.empty()
                                        : Optional.of(
                                                new ActorNotOfThisBody(context.actor().body())))
                .map(Decision::refuse)
                .orElseGet(() -> agree(command, formed, committees, owners, context));
    }

    /// J3: whose committee gives way has agreed to join the one that takes its place.
    private static Optional<MemberAgreementMissing> outside(Set<BodyRef> owners, Formed formed) {
        Set<BodyRef> missing = new LinkedHashSet<>(owners);
        missing.removeAll(formed.members().keySet());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberAgreementMissing(formed.standing().version(), missing));
    }

    private static Decision agree(
            ConvertCommitteesInCommon command,
            Formed formed,
            Set<CommitteeInCommon> committees,
            Set<BodyRef> owners,
            Context context) {
        Map<BodyRef, Set<CommitteeInCommon>> agreed = new LinkedHashMap<>(formed.converting());
        BodyRef member = context.actor().body();
        boolean news = !committees.equals(agreed.put(member, committees));
        ConversionAgreed own =
                new ConversionAgreed(
                        command.jointCommittee(),
                        member,
                        List.copyOf(committees),
                        command.decision(),
                        context.effectiveOn());
        if (!owners.stream().allMatch(owner -> committees.equals(agreed.get(owner)))) {
            return news ? accept(own) : unchanged();
        }
        CommitteesInCommonConverted converted =
                new CommitteesInCommonConverted(
                        command.jointCommittee(), List.copyOf(committees), context.effectiveOn());
        return news ? accept(own, converted) : accept(converted);
    }
}
