package org.ccgledger.command.jointcommittees;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.SuspensionCause;
import org.jspecify.annotations.Nullable;

/// Where a joint committee stands.
sealed interface JointCommittee {

    record NotProposed() implements JointCommittee {}

    /// Invited, each member answering for itself.
    ///
    /// @param terms the version to be agreed to
    record Proposed(
            JointCommitteeProposed proposal,
            int version,
            JointTerms terms,
            Map<BodyRef, Answer> answers)
            implements JointCommittee {

        /// Those who have not agreed to the version that is proposed now.
        Set<BodyRef> missing() {
            return answers.entrySet().stream()
                    .filter(answer ->
                            !(answer.getValue() instanceof Answer.Agreed(var agreed)
                                    && agreed.termsVersion() == version))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private Proposed with(BodyRef member, Answer answer) {
            return new Proposed(
                    proposal, version, terms, JointCommittee.with(answers, member, answer));
        }
    }

    /// Exists, with its members.
    ///
    /// @param version of the terms that were proposed last, in effect or not
    /// @param variation terms that are proposed and not in effect
    /// @param admissions who has agreed to whose admission, and to which version with it
    /// @param suspensions begun and lifted, in the order of their days
    /// @param converting who has agreed to the conversion of which committees
    record Formed(
            JointCommitteeProposed proposal,
            int version,
            Standing standing,
            @Nullable Variation variation,
            Map<BodyRef, Membership> members,
            Set<BodyRef> left,
            Map<BodyRef, Map<BodyRef, Integer>> admissions,
            Set<BodyRef> dissolving,
            Set<Reservation> reserved,
            List<Suspension> suspensions,
            Map<BodyRef, Set<CommitteeInCommon>> converting,
            Set<CommitteeInCommon> converted)
            implements JointCommittee {

        /// The members that have not given notice.
        Set<BodyRef> staying() {
            return members.entrySet().stream()
                    .filter(member -> member.getValue().leavesOn() == null)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /// The members that are neither leaving nor suspended on the day.
        Set<BodyRef> active(LocalDate on) {
            return staying().stream()
                    .filter(member -> suspension(member, on).isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /// The suspension under which the member stands on that day.
        Optional<Suspension> suspension(BodyRef member, LocalDate on) {
            return suspensions.stream()
                    .filter(one -> one.member().equals(member) && !one.on().isAfter(on))
                    .reduce((_, later) -> later)
                    .filter(one -> one.cause() != null);
        }

        private Formed with(Map<BodyRef, Membership> changed) {
            return new Formed(
                    proposal,
                    version,
                    standing,
                    variation,
                    changed,
                    left,
                    admissions,
                    dissolving,
                    reserved,
                    suspensions,
                    converting,
                    converted);
        }

        private Formed vary(int newVersion, Standing now, @Nullable Variation next) {
            return new Formed(
                    proposal,
                    newVersion,
                    now,
                    next,
                    members,
                    left,
                    admissions,
                    dissolving,
                    reserved,
                    suspensions,
                    converting,
                    converted);
        }

        private Formed varied(JointTermsVaried e) {
            Map<BodyRef, Membership> all = new LinkedHashMap<>(members);
            e.members()
                    .forEach(member ->
                            all.computeIfPresent(
                                    member,
                                    (_, before) ->
                                            new Membership(
                                                    new Standing(e.termsVersion(), e.terms()),
                                                    before.leavesOn())));
            return with(Collections.unmodifiableMap(all))
                    .vary(version, new Standing(e.termsVersion(), e.terms()), null);
        }

        private Formed agreed(JointTermsAgreed e) {
            return variation == null
                    ? this
                    : vary(
                            version,
                            standing,
                            new Variation(
                                    variation.proposed(),
                                    JointCommittee.with(variation.agreed(), e.member())));
        }

        private Formed notified(WithdrawalNoticeGiven e) {
            Membership before = members.get(e.member());
            return before == null
                    ? this
                    : with(
                            JointCommittee.with(
                                    members,
                                    e.member(),
                                    new Membership(before.terms(), e.leavesOn())));
        }

        private Formed without(BodyRef member) {
            Map<BodyRef, Membership> rest = new LinkedHashMap<>(members);
            rest.remove(member);
            return with(
                    Collections.unmodifiableMap(rest),
                    JointCommittee.with(left, member),
                    admissions,
                    JointCommittee.without(dissolving, member));
        }

        /// The successor is bound as its predecessor was; where it is a member already it stays so.
        private Formed novated(JointMembershipNovated e) {
            Membership before = members.get(e.member());
            Formed rest = without(e.member());
            return before == null || members.containsKey(e.successor())
                    ? rest
                    : rest.with(
                            JointCommittee.with(rest.members, e.successor(), before),
                            JointCommittee.without(rest.left, e.successor()),
                            rest.admissions,
                            rest.dissolving);
        }

        private Formed admitting(AdmissionAgreed e) {
            return with(
                    members,
                    left,
                    JointCommittee.with(
                            admissions,
                            e.newcomer(),
                            JointCommittee.with(
                                    admissions.getOrDefault(e.newcomer(), Map.of()),
                                    e.agreedBy(),
                                    e.termsVersion())),
                    dissolving);
        }

        private Formed admitted(JointMemberAdmitted e) {
            Map<BodyRef, Map<BodyRef, Integer>> others = new LinkedHashMap<>(admissions);
            others.remove(e.member());
            return with(
                    JointCommittee.with(members, e.member(), new Membership(standing, null)),
                    JointCommittee.without(left, e.member()),
                    Collections.unmodifiableMap(others),
                    dissolving);
        }

        private Formed with(
                Map<BodyRef, Membership> newMembers,
                Set<BodyRef> newLeft,
                Map<BodyRef, Map<BodyRef, Integer>> newAdmissions,
                Set<BodyRef> newDissolving) {
            return new Formed(
                    proposal,
                    version,
                    standing,
                    variation,
                    newMembers,
                    newLeft,
                    newAdmissions,
                    newDissolving,
                    reserved,
                    suspensions,
                    converting,
                    converted);
        }

        private Formed reserving(Reservation reservation) {
            return new Formed(
                    proposal,
                    version,
                    standing,
                    variation,
                    members,
                    left,
                    admissions,
                    dissolving,
                    JointCommittee.with(reserved, reservation),
                    suspensions,
                    converting,
                    converted);
        }

        private Formed suspending(Suspension suspension) {
            return new Formed(
                    proposal,
                    version,
                    standing,
                    variation,
                    members,
                    left,
                    admissions,
                    dissolving,
                    reserved,
                    Stream.concat(suspensions.stream(), Stream.of(suspension)).toList(),
                    converting,
                    converted);
        }

        private Formed converting(
                Map<BodyRef, Set<CommitteeInCommon>> agreements, Set<CommitteeInCommon> gone) {
            return new Formed(
                    proposal,
                    version,
                    standing,
                    variation,
                    members,
                    left,
                    admissions,
                    dissolving,
                    reserved,
                    suspensions,
                    agreements,
                    gone);
        }

        private Formed converted(CommitteesInCommonConverted e) {
            Set<CommitteeInCommon> all = new HashSet<>(converted);
            all.addAll(e.committees());
            return converting(Map.of(), Set.copyOf(all));
        }

        private Formed dissolving(BodyRef member) {
            return with(members, left, admissions, JointCommittee.with(dissolving, member));
        }
    }

    record Dissolved(JointCommitteeProposed proposal, Set<BodyRef> left)
            implements JointCommittee {}

    /// What an invited body has said.
    sealed interface Answer {

        record Awaited() implements Answer {}

        record Agreed(JoinAgreed agreed) implements Answer {}

        record Declined() implements Answer {}
    }

    /// A version of the terms.
    record Standing(int version, JointTerms terms) {}

    /// A version that is proposed, and the members that have agreed to it.
    record Variation(Standing proposed, Set<BodyRef> agreed) {}

    /// How a body belongs to the committee.
    ///
    /// @param terms that the member has agreed to
    /// @param leavesOn once it has given notice
    record Membership(Standing terms, @Nullable LocalDate leavesOn) {}

    /// That a member is suspended from a day on or, without a cause, no longer is.
    record Suspension(
            BodyRef member,
            LocalDate on,
            @Nullable SuspensionCause cause,
            Set<FunctionCode> functions) {}

    /// What a member has kept to itself.
    record Reservation(BodyRef member, String matter) {}

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default JointCommittee evolve(JointCommitteeEvent event) {
        return switch (event) {
            case JointCommitteeProposed e -> {
                Map<BodyRef, Answer> answers = new LinkedHashMap<>();
                e.members().forEach(member -> answers.put(member, new Answer.Awaited()));
                yield new Proposed(e, 1, e.terms(), Collections.unmodifiableMap(answers));
            }
            case JoinAgreed e ->
                    this instanceof Proposed proposed
                            ? proposed.with(e.member(), new Answer.Agreed(e))
                            : this;
            case JoinDeclined e ->
                    this instanceof Proposed proposed
                            ? proposed.with(e.member(), new Answer.Declined())
                            : this;
            case JointCommitteeFormed e -> formed(e);
            case JointTermsProposed e ->
                    switch (this) {
                        case Proposed(var proposal, _, _, var answers) ->
                                new Proposed(proposal, e.termsVersion(), e.terms(), answers);
                        case Formed formed ->
                                formed.vary(
                                        e.termsVersion(),
                                        formed.standing(),
                                        new Variation(
                                                new Standing(e.termsVersion(), e.terms()),
                                                Set.of()));
                        case NotProposed _, Dissolved _ -> this;
                    };
            case JointTermsAgreed e -> this instanceof Formed formed ? formed.agreed(e) : this;
            case JointTermsVaried e -> this instanceof Formed formed ? formed.varied(e) : this;
            case MatterReservedToMember e ->
                    this instanceof Formed formed
                            ? formed.reserving(new Reservation(e.member(), e.matter()))
                            : this;
            case WithdrawalNoticeGiven e ->
                    this instanceof Formed formed ? formed.notified(e) : this;
            case MemberWithdrew e ->
                    this instanceof Formed formed ? formed.without(e.member()) : this;
            case JointMembershipNovated e ->
                    this instanceof Formed formed ? formed.novated(e) : this;
            case AdmissionAgreed e -> this instanceof Formed formed ? formed.admitting(e) : this;
            case JointMemberAdmitted e -> this instanceof Formed formed ? formed.admitted(e) : this;
            case MemberSuspended e ->
                    this instanceof Formed formed
                            ? formed.suspending(
                                    new Suspension(
                                            e.member(),
                                            e.effectiveOn(),
                                            e.cause(),
                                            Set.copyOf(e.functions())))
                            : this;
            case MemberSuspensionLifted e ->
                    this instanceof Formed formed
                            ? formed.suspending(
                                    new Suspension(e.member(), e.effectiveOn(), null, Set.of()))
                            : this;
            case ConversionAgreed e ->
                    this instanceof Formed formed
                            ? formed.converting(
                                    with(
                                            formed.converting(),
                                            e.member(),
                                            Set.copyOf(e.committees())),
                                    formed.converted())
                            : this;
            case CommitteesInCommonConverted e ->
                    this instanceof Formed formed ? formed.converted(e) : this;
            case DissolutionAgreed e ->
                    this instanceof Formed formed ? formed.dissolving(e.member()) : this;
            case JointCommitteeDissolved _ ->
                    this instanceof Formed formed
                            ? new Dissolved(formed.proposal(), formed.left())
                            : this;
        };
    }

    private JointCommittee formed(JointCommitteeFormed e) {
        if (!(this instanceof Proposed proposed)) {
            return this;
        }
        Standing standing = new Standing(e.termsVersion(), e.terms());
        Map<BodyRef, Membership> members = new LinkedHashMap<>();
        e.members().forEach(member -> members.put(member, new Membership(standing, null)));
        return new Formed(
                proposed.proposal(),
                e.termsVersion(),
                standing,
                null,
                Collections.unmodifiableMap(members),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Map.of(),
                Set.of());
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> all = new LinkedHashMap<>(before);
        all.put(key, value);
        return Collections.unmodifiableMap(all);
    }

    private static <T> Set<T> with(Set<T> before, T more) {
        Set<T> all = new HashSet<>(before);
        all.add(more);
        return Set.copyOf(all);
    }

    private static <T> Set<T> without(Set<T> before, T less) {
        Set<T> rest = new HashSet<>(before);
        rest.remove(less);
        return Set.copyOf(rest);
    }
}
