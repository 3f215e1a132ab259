package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;

/// Which joint committees there are, and who belongs to them on which terms.
public final class JointCommittees {

    private JointCommittees() {}

    /// A joint committee on a day.
    ///
    /// @param terms that took effect last, of that version
    /// @param parties all that were ever members
    /// @param members none once it is dissolved
    public record Joint(
            JointPower power,
            int termsVersion,
            JointTerms terms,
            Set<BodyRef> parties,
            Map<BodyRef, Belonging> members) {

        /// Those who take part in decisions on the day, each with the terms that bind it.
        public Map<BodyRef, JointTerms> active() {
            Map<BodyRef, JointTerms> active = new LinkedHashMap<>();
            members.forEach((member, belonging) -> {
                if (!belonging.suspended()) {
                    active.put(member, belonging.terms());
                }
            });
            return Collections.unmodifiableMap(active);
        }

        private Joint on(int version, JointTerms now, Map<BodyRef, Belonging> belongings) {
            return new Joint(power, version, now, parties, belongings);
        }

        private Joint with(BodyRef member, Belonging belonging) {
            Set<BodyRef> all = new LinkedHashSet<>(parties);
            all.add(member);
            Map<BodyRef, Belonging> belongings = new LinkedHashMap<>(members);
            belongings.put(member, belonging);
            return new Joint(power, termsVersion, terms, all, belongings);
        }

        private Joint without(BodyRef member) {
            Map<BodyRef, Belonging> belongings = new LinkedHashMap<>(members);
            belongings.remove(member);
            return on(termsVersion, terms, belongings);
        }

        /// Where the successor is a member already it stays so, on its own terms.
        private Joint novated(BodyRef member, BodyRef successor) {
            Belonging before = members.get(member);
            return before == null || members.containsKey(successor)
                    ? without(member)
                    : without(member)
                            .with(
                                    successor,
                                    new Belonging(
                                            before.termsVersion(),
                                            before.terms(),
                                            false,
                                            before.reserved()));
        }

        private Joint changed(BodyRef member, UnaryOperator<Belonging> change) {
            Belonging before = members.get(member);
            return before == null ? this : with(member, change.apply(before));
        }
    }

    /// How a body belongs to a joint committee.
    ///
    /// @param terms that bind it by its own agreement, of that version
    /// @param suspended whether it takes no part for the time being
    /// @param reserved matters that it has kept to itself
    public record Belonging(
            int termsVersion, JointTerms terms, boolean suspended, Set<String> reserved) {

        private Belonging suspended(boolean now) {
            return new Belonging(termsVersion, terms, now, reserved);
        }

        private Belonging on(int version, JointTerms now) {
            return new Belonging(version, now, suspended, reserved);
        }

        private Belonging keeping(String matter) {
            Set<String> all = new LinkedHashSet<>(reserved);
            all.add(matter);
            return new Belonging(termsVersion, terms, suspended, all);
        }
    }

    /// The committee as it stands on that day; empty before it is formed.
    public static Optional<Joint> find(JointCommitteeId committee, LocalDate on, Reads reads) {
        return reads.tagged(Tag.jointCommittee(committee), JointCommitteeEvent.class).stream()
                .filter(event -> !event.effectiveOn().isAfter(on))
                .reduce(Optional.empty(), JointCommittees::evolve, (_, later) -> later);
    }

    private static Optional<Joint> evolve(Optional<Joint> before, JointCommitteeEvent event) {
        return event instanceof JointCommitteeFormed formed
                ? Optional.of(formed(formed))
                : before.map(joint -> evolve(joint, event));
    }

    private static Joint evolve(Joint joint, JointCommitteeEvent event) {
        return switch (event) {
            case JointTermsVaried e -> varied(joint, e);
            case JointMemberAdmitted e ->
                    joint.with(
                            e.member(),
                            new Belonging(joint.termsVersion(), joint.terms(), false, Set.of()));
            case MemberWithdrew e -> joint.without(e.member());
            case JointMembershipNovated e -> joint.novated(e.member(), e.successor());
            case MemberSuspended e -> joint.changed(e.member(), one -> one.suspended(true));
            case MemberSuspensionLifted e -> joint.changed(e.member(), one -> one.suspended(false));
            case MatterReservedToMember e ->
                    joint.changed(e.member(), one -> one.keeping(e.matter()));
            case JointCommitteeDissolved _ ->
                    joint.on(joint.termsVersion(), joint.terms(), Map.of());
            case JointCommitteeProposed _,
                    JointCommitteeFormed _,
                    JoinAgreed _,
                    JoinDeclined _,
                    JointTermsProposed _,
                    JointTermsAgreed _,
                    WithdrawalNoticeGiven _,
                    AdmissionAgreed _,
                    DissolutionAgreed _,
                    ConversionAgreed _,
                    CommitteesInCommonConverted _ ->
                    joint;
        };
    }

    private static Joint formed(JointCommitteeFormed e) {
        Belonging belonging = new Belonging(e.termsVersion(), e.terms(), false, Set.of());
        Joint empty = new Joint(e.power(), e.termsVersion(), e.terms(), Set.of(), Map.of());
        return e.members().stream()
                .reduce(empty, (joint, one) -> joint.with(one, belonging), (_, later) -> later);
    }

    private static Joint varied(Joint joint, JointTermsVaried e) {
        Map<BodyRef, Belonging> members = new LinkedHashMap<>(joint.members());
        e.members()
                .forEach(member ->
                        members.computeIfPresent(
                                member, (_, one) -> one.on(e.termsVersion(), e.terms())));
        return joint.on(e.termsVersion(), e.terms(), members);
    }

    /// NHS Act 2006 s.13Z and s.14Z9: whether the group and the Board are members of the committee
    /// on that day.
    public static boolean joinsWithBoard(
            JointCommitteeId committee, CcgCode ccg, LocalDate on, Reads reads) {
        return find(committee, on, reads)
                .filter(joint ->
                        joint.members()
                                .keySet()
                                .containsAll(Set.of(BodyRef.ccg(ccg), BodyRef.BOARD)))
                .isPresent();
    }

    /// Whether there is a committee of which both are on that day.
    public static boolean isJoinedWithBoard(CcgCode ccg, LocalDate on, Reads reads) {
        return reads
                .tagged(
                        Tag.ccg(ccg),
                        List.of(
                                JointCommitteeFormed.class,
                                JointMemberAdmitted.class,
                                JointMembershipNovated.class))
                .stream()
                .map(JointCommitteeEvent.class::cast)
                .map(JointCommitteeEvent::jointCommittee)
                .distinct()
                .anyMatch(committee -> joinsWithBoard(committee, ccg, on, reads));
    }

    /// The joint committees to which a group belongs by all that is recorded now.
    public static Set<JointCommitteeId> of(CcgCode ccg, Reads reads) {
        BodyRef member = BodyRef.ccg(ccg);
        Set<JointCommitteeId> committees = new LinkedHashSet<>();
        for (CcgEvent event :
                reads.tagged(
                        Tag.ccg(ccg),
                        List.of(
                                JointCommitteeFormed.class,
                                JointMemberAdmitted.class,
                                MemberWithdrew.class,
                                JointMembershipNovated.class,
                                JointCommitteeDissolved.class))) {
            switch (event) {
                case JointCommitteeFormed e -> committees.add(e.jointCommittee());
                case JointMemberAdmitted e -> committees.add(e.jointCommittee());
                case MemberWithdrew e when e.member().equals(member) ->
                        committees.remove(e.jointCommittee());
                case JointMembershipNovated e when e.member().equals(member) ->
                        committees.remove(e.jointCommittee());
                case JointMembershipNovated e -> committees.add(e.jointCommittee());
                case JointCommitteeDissolved e -> committees.remove(e.jointCommittee());
                case CcgEvent _ -> {}
            }
        }
        return committees;
    }

    /// The joint committee that a group's own committee has given way to by that day.
    public static Optional<JointCommitteeId> takingThePlaceOf(
            CommitteeId committee, LocalDate on, Reads reads) {
        return reads.tagged(Tag.committee(committee), CommitteesInCommonConverted.class).stream()
                .filter(converted -> !converted.effectiveOn().isAfter(on))
                .map(CommitteesInCommonConverted::jointCommittee)
                .findFirst();
    }
}
