package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.AdmitJointMember;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.AdmissionAgreed;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMemberAdmitted;

/// How a group joins a committee that exists: with every member's agreement and its own.
final class Admissions {

    private Admissions() {}

    static Decision admit(AdmitJointMember command, Formed formed, Context context) {
        BodyRef newcomer = command.newcomer();
        Set<BodyRef> parties = new HashSet<>(formed.members().keySet());
        parties.add(newcomer);
        return JointCommitteeDecider.notAmong(parties, context)
                .orElseGet(() ->
                        formed.members().containsKey(newcomer)
                                ? unchanged()
                                : agree(command, formed, context));
    }

    private static Decision agree(AdmitJointMember command, Formed formed, Context context) {
        BodyRef newcomer = command.newcomer();
        BodyRef party = context.actor().body();
        List<BodyRef> alone = List.of(newcomer);
        int version = formed.standing().version();
        Optional<JointCommitteeRefusal> refusal =
                Requirements.first(
                        () -> Requirements.operational(alone, context),
                        () -> Requirements.power(formed.proposal().power(), context),
                        () -> Requirements.constitutions(alone, context),
                        () ->
                                Requirements.functions(
                                        formed.proposal().power(),
                                        alone,
                                        formed.standing().terms().functions(),
                                        context),
                        () -> Invitations.stale(command.termsVersion(), version));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        Set<BodyRef> agreed =
                agreedTo(version, formed.admissions().getOrDefault(newcomer, Map.of()));
        boolean news = agreed.add(party);
        Set<BodyRef> needed = new HashSet<>(formed.staying());
        needed.add(newcomer);
        AdmissionAgreed own =
                new AdmissionAgreed(
                        command.jointCommittee(),
                        newcomer,
                        party,
                        version,
                        command.decision(),
                        context.effectiveOn());
        if (!agreed.containsAll(needed)) {
            return news ? accept(own) : unchanged();
        }
        JointMemberAdmitted admitted =
                new JointMemberAdmitted(
                        command.jointCommittee(), newcomer, version, context.effectiveOn());
        return news ? accept(own, admitted) : accept(admitted);
    }

    /// Agreement to an admission on other terms does not count.
    private static Set<BodyRef> agreedTo(int version, Map<BodyRef, Integer> agreements) {
        Set<BodyRef> agreed = new HashSet<>();
        agreements.forEach((party, to) -> {
            if (to == version) {
                agreed.add(party);
            }
        });
        return agreed;
    }
}
