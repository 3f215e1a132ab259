package org.ccgledger.events.jointcommittees;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to a joint committee, in the order a reader meets it.
///
/// Terms have versions, counted from 1, the terms that were proposed first. Only a member's own
/// agreement to a version binds it.
public sealed interface JointCommitteeEvent extends CcgEvent {

    /// `members` are those invited, whoever proposes.
    @EventName("ccg.jointcommittees.JointCommitteeProposed")
    record JointCommitteeProposed(
            JointCommitteeId jointCommittee,
            String name,
            JointPower power,
            BodyRef proposedBy,
            List<BodyRef> members,
            JointTerms terms,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// `decision` is the member's own, `conditions` what it said with it.
    @EventName("ccg.jointcommittees.JoinAgreed")
    record JoinAgreed(
            JointCommitteeId jointCommittee,
            BodyRef member,
            int termsVersion,
            DocRef decision,
            @Nullable String conditions,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.JoinDeclined")
    record JoinDeclined(JointCommitteeId jointCommittee, BodyRef member, LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.JointCommitteeFormed")
    record JointCommitteeFormed(
            JointCommitteeId jointCommittee,
            String name,
            JointPower power,
            List<BodyRef> members,
            int termsVersion,
            JointTerms terms,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// Replaces the version that was proposed before it, if that has not taken effect.
    @EventName("ccg.jointcommittees.JointTermsProposed")
    record JointTermsProposed(
            JointCommitteeId jointCommittee,
            int termsVersion,
            JointTerms terms,
            BodyRef proposedBy,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.JointTermsAgreed")
    record JointTermsAgreed(
            JointCommitteeId jointCommittee,
            BodyRef member,
            int termsVersion,
            DocRef decision,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// From now on `members` are bound by this version; any other stays on its own until it leaves.
    @EventName("ccg.jointcommittees.JointTermsVaried")
    record JointTermsVaried(
            JointCommitteeId jointCommittee,
            int termsVersion,
            JointTerms terms,
            List<BodyRef> members,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.MatterReservedToMember")
    record MatterReservedToMember(
            JointCommitteeId jointCommittee, BodyRef member, String matter, LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// `leavesOn` is the first day on which it is no longer a member.
    @EventName("ccg.jointcommittees.WithdrawalNoticeGiven")
    record WithdrawalNoticeGiven(
            JointCommitteeId jointCommittee,
            BodyRef member,
            LocalDate leavesOn,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.MemberWithdrew")
    record MemberWithdrew(JointCommitteeId jointCommittee, BodyRef member, LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// The member has ceased to exist, and the group that takes its place is bound by the same
    /// terms.
    @EventName("ccg.jointcommittees.JointMembershipNovated")
    record JointMembershipNovated(
            JointCommitteeId jointCommittee,
            BodyRef member,
            BodyRef successor,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// While it lasts the member neither brings these functions nor votes; what was decided before
    /// stays.
    @EventName(value = "ccg.jointcommittees.MemberSuspended", fact = true)
    record MemberSuspended(
            JointCommitteeId jointCommittee,
            BodyRef member,
            SuspensionCause cause,
            List<FunctionCode> functions,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName(value = "ccg.jointcommittees.MemberSuspensionLifted", fact = true)
    record MemberSuspensionLifted(
            JointCommitteeId jointCommittee, BodyRef member, LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// `agreedBy`, a member or the newcomer itself, agrees that `newcomer` joins on these terms.
    @EventName("ccg.jointcommittees.AdmissionAgreed")
    record AdmissionAgreed(
            JointCommitteeId jointCommittee,
            BodyRef newcomer,
            BodyRef agreedBy,
            int termsVersion,
            DocRef decision,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.JointMemberAdmitted")
    record JointMemberAdmitted(
            JointCommitteeId jointCommittee,
            BodyRef member,
            int termsVersion,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// A member's own agreement that committees, one of its own among them, become this one.
    @EventName("ccg.jointcommittees.ConversionAgreed")
    record ConversionAgreed(
            JointCommitteeId jointCommittee,
            BodyRef member,
            List<CommitteeInCommon> committees,
            DocRef decision,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// Committees that sat in common gave way to the joint committee of their groups.
    @EventName("ccg.jointcommittees.CommitteesInCommonConverted")
    record CommitteesInCommonConverted(
            JointCommitteeId jointCommittee,
            List<CommitteeInCommon> committees,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    @EventName("ccg.jointcommittees.DissolutionAgreed")
    record DissolutionAgreed(
            JointCommitteeId jointCommittee, BodyRef member, DocRef decision, LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    /// `members` are those who were members to the end.
    @EventName("ccg.jointcommittees.JointCommitteeDissolved")
    record JointCommitteeDissolved(
            JointCommitteeId jointCommittee,
            List<BodyRef> members,
            DissolutionCause cause,
            LocalDate effectiveOn)
            implements JointCommitteeEvent {}

    JointCommitteeId jointCommittee();

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case JointCommitteeProposed e -> tags(e.members());
            case JoinAgreed e -> tags(List.of(e.member()));
            case JoinDeclined e -> tags(List.of(e.member()));
            case JointCommitteeFormed e -> tags(e.members());
            case JointTermsProposed e -> tags(List.of(e.proposedBy()));
            case JointTermsAgreed e -> tags(List.of(e.member()));
            case JointTermsVaried e -> tags(e.members());
            case MatterReservedToMember e -> tags(List.of(e.member()));
            case WithdrawalNoticeGiven e -> tags(List.of(e.member()));
            case MemberWithdrew e -> tags(List.of(e.member()));
            case JointMembershipNovated e -> tags(List.of(e.member(), e.successor()));
            case AdmissionAgreed e -> tags(List.of(e.newcomer(), e.agreedBy()));
            case JointMemberAdmitted e -> tags(List.of(e.member()));
            case MemberSuspended e -> tags(List.of(e.member()));
            case MemberSuspensionLifted e -> tags(List.of(e.member()));
            case ConversionAgreed e -> tags(List.of(e.member()));
            case CommitteesInCommonConverted e ->
                    Stream.concat(
                                    tags(
                                            e.committees().stream()
                                                    .map(one -> BodyRef.ccg(one.ccg()))
                                                    .toList())
                                            .stream(),
                                    e.committees().stream()
                                            .map(one -> Tag.committee(one.committee())))
                            .collect(Collectors.toUnmodifiableSet());
            case DissolutionAgreed e -> tags(List.of(e.member()));
            case JointCommitteeDissolved e -> tags(e.members());
        };
    }

    private Set<Tag> tags(List<BodyRef> bodies) {
        return Stream.concat(
                        Stream.of(Tag.jointCommittee(jointCommittee())),
                        bodies.stream().flatMap(body -> body.asCcg().stream()).map(Tag::ccg))
                .collect(Collectors.toUnmodifiableSet());
    }
}
