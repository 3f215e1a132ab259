package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.jointcommittees.JointCommittee.Dissolved;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.NotProposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Proposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Reservation;
import org.ccgledger.command.jointcommittees.JointCommittee.Variation;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;

/// New versions of a joint committee's terms, and what a member keeps to itself.
final class Variations {

    private Variations() {}

    static Decision propose(VaryJointTerms command, JointCommittee state, Context context) {
        return switch (state) {
            case NotProposed _ -> Invitations.notProposed(command);
            case Proposed proposed ->
                    JointCommitteeDecider.notAmong(Invitations.parties(proposed), context)
                            .orElseGet(() ->
                                    propose(
                                            command,
                                            proposed.proposal().power(),
                                            proposed.answers().keySet(),
                                            proposed.version(),
                                            List.of(proposed.terms()),
                                            context));
            case Formed formed ->
                    JointCommitteeDecider.notAmong(formed.members().keySet(), context)
                            .orElseGet(() ->
                                    propose(
                                            command,
                                            formed.proposal().power(),
                                            formed.members().keySet(),
                                            formed.version(),
                                            current(formed),
                                            context));
            case Dissolved _ -> notFound(command.jointCommittee() + " has been dissolved");
        };
    }

    /// The terms that are proposed now or, if none are, those in effect.
    private static List<JointTerms> current(Formed formed) {
        Variation variation = formed.variation();
        return List.of(
                variation == null ? formed.standing().terms() : variation.proposed().terms());
    }

    private static Decision propose(
            VaryJointTerms command,
            JointPower power,
            Set<BodyRef> members,
            int version,
            List<JointTerms> current,
            Context context) {
        DraftTerms terms = command.terms();
        return Requirements.first(
                        () ->
                                Requirements.functions(
                                        power, members, terms.distinctFunctions(), context),
                        () -> Requirements.complete(terms, members.size()))
                .map(Decision::refuse)
                .orElseGet(() ->
                        current.contains(terms.complete())
                                ? unchanged()
                                : accept(
                                        new JointTermsProposed(
                                                command.jointCommittee(),
                                                version + 1,
                                                terms.complete(),
                                                context.actor().body(),
                                                context.effectiveOn())));
    }

    /// J14: one party cannot impose terms on another.
    @Upholds(
            id = "J14",
            title =
                    "New terms take effect when every active member has agreed; who has not stays on the old ones or leaves")
    static Decision agree(AgreeJointTerms command, Formed formed, Context context) {
        BodyRef member = command.member();
        if (!formed.members().containsKey(member)) {
            return notMember(command.jointCommittee(), member);
        }
        Variation variation = formed.variation();
        if (variation == null) {
            return command.termsVersion() == formed.standing().version()
                    ? unchanged()
                    : refuse(new TermsVersionStale(formed.standing().version()));
        }
        Set<BodyRef> agreed = new HashSet<>(variation.agreed());
        boolean news = agreed.add(member);
        LocalDate day = context.effectiveOn();
        boolean complete = agreed.containsAll(formed.active(day));
        Set<BodyRef> bringing = new HashSet<>(agreed);
        bringing.removeIf(one -> formed.suspension(one, day).isPresent());
        Optional<JointCommitteeRefusal> refusal =
                Requirements.first(
                        () ->
                                complete
                                        ? Requirements.functions(
                                                formed.proposal().power(),
                                                bringing,
                                                variation.proposed().terms().functions(),
                                                context)
                                        : Optional.empty(),
                        () ->
                                Invitations.stale(
                                        command.termsVersion(), variation.proposed().version()));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        JointTermsAgreed own =
                new JointTermsAgreed(
                        command.jointCommittee(),
                        member,
                        command.termsVersion(),
                        command.decision(),
                        context.effectiveOn());
        if (!complete) {
            return news ? accept(own) : unchanged();
        }
        JointTermsVaried varied =
                new JointTermsVaried(
                        command.jointCommittee(),
                        command.termsVersion(),
                        variation.proposed().terms(),
                        formed.members().keySet().stream().filter(agreed::contains).toList(),
                        context.effectiveOn());
        return news ? accept(own, varied) : accept(varied);
    }

    static Decision reserve(ReserveMatter command, Formed formed, Context context) {
        BodyRef member = BodyRef.ccg(command.ccg());
        if (!formed.members().containsKey(member)) {
            return notMember(command.jointCommittee(), member);
        }
        return formed.reserved().contains(new Reservation(member, command.matter()))
                ? unchanged()
                : accept(
                        new MatterReservedToMember(
                                command.jointCommittee(),
                                member,
                                command.matter(),
                                context.effectiveOn()));
    }

    static Decision notMember(JointCommitteeId jointCommittee, BodyRef member) {
        return notFound(member + " is not a member of " + jointCommittee);
    }
}
