package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.jointcommittees.JointCommittee.Answer;
import org.ccgledger.command.jointcommittees.JointCommittee.Dissolved;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.NotProposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Proposed;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;

/// From the proposal of a joint committee to its formation.
final class Invitations {

    private Invitations() {}

    static Decision propose(ProposeJointCommittee command, JointCommittee state, Context context) {
        List<BodyRef> members = command.distinctMembers();
        if (proposalOf(state).filter(before -> isSame(before, command)).isPresent()) {
            return unchanged();
        }
        return Requirements.first(
                        () -> Requirements.power(command.power(), context),
                        () -> Requirements.members(command.power(), Set.copyOf(members)),
                        () ->
                                Requirements.functions(
                                        command.power(),
                                        members,
                                        command.terms().distinctFunctions(),
                                        context),
                        () -> Requirements.complete(command.terms(), members.size()),
                        () -> inUse(command, state))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new JointCommitteeProposed(
                                        command.jointCommittee(),
                                        command.name(),
                                        command.power(),
                                        context.actor().body(),
                                        members,
                                        command.terms().complete(),
                                        context.effectiveOn())));
    }

    private static Optional<CodeInUse> inUse(ProposeJointCommittee command, JointCommittee state) {
        return state instanceof NotProposed
                ? Optional.empty()
                : Optional.of(new CodeInUse(command.jointCommittee()));
    }

    private static Optional<JointCommitteeProposed> proposalOf(JointCommittee state) {
        return switch (state) {
            case NotProposed _ -> Optional.empty();
            case Proposed proposed -> Optional.of(proposed.proposal());
            case Formed formed -> Optional.of(formed.proposal());
            case Dissolved(var proposal, _) -> Optional.of(proposal);
        };
    }

    private static boolean isSame(JointCommitteeProposed before, ProposeJointCommittee now) {
        return before.name().equals(now.name())
                && before.power() == now.power()
                && before.members().equals(now.distinctMembers())
                && now.terms().missing(before.members().size()).isEmpty()
                && before.terms().equals(now.terms().complete());
    }

    static Decision agree(AgreeToJoin command, JointCommittee state, Context context) {
        return switch (state) {
            case NotProposed _ -> notProposed(command);
            case Proposed proposed ->
                    switch (proposed.answers().get(command.member())) {
                        case null -> notInvited(command, command.member());
                        case Answer.Agreed(var before) when isSame(before, command) -> unchanged();
                        case Answer.Awaited _, Answer.Agreed _, Answer.Declined _ ->
                                agree(command, proposed, context);
                    };
            case Formed formed when formed.members().containsKey(command.member()) -> unchanged();
            case Formed _, Dissolved _ -> refuse(new InvitationClosed(command.member()));
        };
    }

    private static boolean isSame(JoinAgreed before, AgreeToJoin now) {
        return before.termsVersion() == now.termsVersion()
                && before.decision().equals(now.decision());
    }

    private static Decision agree(AgreeToJoin command, Proposed proposed, Context context) {
        BodyRef member = command.member();
        return Requirements.first(
                        () -> Requirements.constitutions(List.of(member), context),
                        () -> closed(member, proposed),
                        () -> stale(command.termsVersion(), proposed.version()))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new JoinAgreed(
                                        command.jointCommittee(),
                                        member,
                                        command.termsVersion(),
                                        command.decision(),
                                        command.conditions(),
                                        context.effectiveOn())));
    }

    private static Optional<InvitationClosed> closed(BodyRef member, Proposed proposed) {
        return proposed.answers().get(member) instanceof Answer.Declined
                ? Optional.of(new InvitationClosed(member))
                : Optional.empty();
    }

    static Optional<TermsVersionStale> stale(int agreedTo, int current) {
        return agreedTo == current ? Optional.empty() : Optional.of(new TermsVersionStale(current));
    }

    static Decision decline(DeclineToJoin command, JointCommittee state, Context context) {
        return switch (state) {
            case NotProposed _ -> notProposed(command);
            case Proposed proposed ->
                    switch (proposed.answers().get(command.member())) {
                        case null -> notInvited(command, command.member());
                        case Answer.Declined _ -> unchanged();
                        case Answer.Awaited _, Answer.Agreed _ ->
                                accept(
                                        new JoinDeclined(
                                                command.jointCommittee(),
                                                command.member(),
                                                context.effectiveOn()));
                    };
            case Formed _, Dissolved _ -> refuse(new InvitationClosed(command.member()));
        };
    }

    static Decision form(FormJointCommittee command, JointCommittee state, Context context) {
        return switch (state) {
            case NotProposed _ -> notProposed(command);
            case Proposed proposed ->
                    (context.actsAs(Role.SYSTEM)
                                    ? Optional.<Decision>empty()
                                    : JointCommitteeDecider.notAmong(parties(proposed), context))
                            .orElseGet(() -> form(command, proposed, context));
            case Formed _ -> unchanged();
            case Dissolved _ -> notFound(command.jointCommittee() + " has been dissolved");
        };
    }

    static Set<BodyRef> parties(Proposed proposed) {
        Set<BodyRef> parties = new HashSet<>(proposed.answers().keySet());
        parties.add(proposed.proposal().proposedBy());
        return parties;
    }

    private static Decision form(FormJointCommittee command, Proposed proposed, Context context) {
        JointCommitteeProposed proposal = proposed.proposal();
        Set<BodyRef> members = proposed.answers().keySet();
        return Requirements.first(
                        () -> Requirements.operational(members, context),
                        () -> Requirements.power(proposal.power(), context),
                        () -> agreementMissing(proposed),
                        () -> Requirements.constitutions(members, context),
                        () ->
                                Requirements.functions(
                                        proposal.power(),
                                        members,
                                        proposed.terms().functions(),
                                        context))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new JointCommitteeFormed(
                                        command.jointCommittee(),
                                        proposal.name(),
                                        proposal.power(),
                                        proposal.members(),
                                        proposed.version(),
                                        proposed.terms(),
                                        context.effectiveOn())));
    }

    private static Optional<MemberAgreementMissing> agreementMissing(Proposed proposed) {
        Set<BodyRef> missing = proposed.missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberAgreementMissing(proposed.version(), missing));
    }

    static Decision notProposed(JointCommitteeCommand command) {
        return notFound(command.jointCommittee() + " has not been proposed");
    }

    private static Decision notInvited(JointCommitteeCommand command, BodyRef member) {
        return notFound(member + " has not been invited to " + command.jointCommittee());
    }
}
