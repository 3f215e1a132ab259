package org.ccgledger.command.cocommissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.cocommissioning.CoCommissioned.*;
import static org.ccgledger.command.expressions.Interested.*;
import static org.ccgledger.command.governanceaudits.Audited.AUDIT;
import static org.ccgledger.command.governanceaudits.Audited.closed;
import static org.ccgledger.command.governanceaudits.Audited.reported;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.DELEGATED;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.GREATER_INVOLVEMENT;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.JOINT;
import static org.ccgledger.events.registry.ConstitutionPermission.DELEGATION;
import static org.ccgledger.events.registry.ConstitutionPermission.JOINT_COMMITTEES;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.*;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.Role;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private static final CoCommissioningId NEVER_MADE = new CoCommissioningId("08J-P9");

    private static Specification kingston() {
        return Specification.of(CoCommissioningDecider.DECIDER)
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(KINGSTON));
    }

    private static Specification board() {
        return Specification.of(CoCommissioningDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(APPROVED_ON);
    }

    private static ApplyForCoCommissioning apply(CoCommissioningLevel level) {
        return new ApplyForCoCommissioning(KINGSTON, ROUND, level, VARIATION, POLICY, PLAN);
    }

    private static ApproveCoCommissioning approve(String... conditions) {
        return new ApproveCoCommissioning(KINGSTON, APPLICATION, List.of(conditions));
    }

    @Test
    void a_group_applies_within_the_round() {
        Specification ready = kingston().given(assured()).on(APPLIED_ON);
        ready.when(apply(DELEGATED)).thenAccepted(applied(DELEGATED));
        ready.on(APPLIED_ON.plusDays(1))
                .when(apply(DELEGATED))
                .thenRefused(new RoundClosed(ROUND, OPENED_ON, LocalDate.of(2015, 1, 9)));
        ready.when(apply(JOINT)).thenAccepted(CoCommissioningApplied.class);
        ready.on(LocalDate.of(2015, 1, 30))
                .when(apply(JOINT))
                .thenAccepted(CoCommissioningApplied.class);
        ready.on(LocalDate.of(2015, 1, 31))
                .when(apply(JOINT))
                .thenRefused(new RoundClosed(ROUND, OPENED_ON, LocalDate.of(2015, 1, 30)));
    }

    @Test
    void nobody_applies_before_the_round_opens_or_in_one_that_is_not_there() {
        kingston()
                .given(established(KINGSTON), OPENED)
                .given(
                        new org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried(
                                KINGSTON,
                                VARIATION,
                                2,
                                DocRef.titled("Constitution"),
                                List.of(JOINT_COMMITTEES),
                                LocalDate.of(2014, 4, 1)))
                .on(OPENED_ON.minusDays(1))
                .when(apply(JOINT))
                .thenRefused(new RoundClosed(ROUND, OPENED_ON, LocalDate.of(2015, 1, 30)));
        kingston()
                .given(assured())
                .when(
                        new ApplyForCoCommissioning(
                                KINGSTON, new RoundName("2016-17"), JOINT, VARIATION, POLICY, PLAN))
                .thenNotFound();
    }

    @Test
    void greater_involvement_is_not_applied_for() {
        assertThat(apply(GREATER_INVOLVEMENT).fieldErrors()).hasSize(1);
        assertThat(apply(JOINT).fieldErrors()).isEmpty();
    }

    @Test
    void the_group_is_operational() {
        kingston()
                .given(OPENED)
                .on(APPLIED_ON)
                .when(apply(JOINT))
                .thenRefused(new CCGNotOperational(KINGSTON, APPLIED_ON));
    }

    @Test
    void the_constitution_permits_what_is_applied_for() {
        Specification ready = kingston().given(established(KINGSTON), OPENED).on(APPLIED_ON);
        ready.when(apply(DELEGATED))
                .thenRefused(new ConstitutionDoesNotPermit(KINGSTON, DELEGATION));
        ready.given(varied(JOINT_COMMITTEES));
        ready.when(apply(DELEGATED))
                .thenRefused(new ConstitutionDoesNotPermit(KINGSTON, DELEGATION));
        ready.when(apply(JOINT)).thenAccepted(CoCommissioningApplied.class);
        ready.when(
                        new ApplyForCoCommissioning(
                                KINGSTON, ROUND, JOINT, new VariationId("08J-V2"), POLICY, PLAN))
                .thenRefused(new ConstitutionDoesNotPermit(KINGSTON, JOINT_COMMITTEES));
    }

    @Test
    void a_group_applies_once_at_a_level_unless_it_was_declined() {
        Specification applied = kingston().given(assuredAnd(applied(DELEGATED)));
        applied.when(apply(DELEGATED)).thenUnchanged();
        ApplyForCoCommissioning other =
                new ApplyForCoCommissioning(
                        KINGSTON, ROUND, DELEGATED, VARIATION, POLICY, DocRef.titled("Other plan"));
        applied.when(other).thenRefused(new ApplicationAlreadyOpen(APPLICATION));
        applied.when(apply(JOINT)).thenAccepted(CoCommissioningApplied.class);
        applied.given(new CoCommissioningDeclined(KINGSTON, APPLICATION, DELEGATED, APPLIED_ON))
                .when(other)
                .thenAccepted(
                        new CoCommissioningApplied(
                                KINGSTON,
                                new CoCommissioningId("08J-P2"),
                                ROUND,
                                DELEGATED,
                                VARIATION,
                                POLICY,
                                DocRef.titled("Other plan"),
                                APPLIED_ON));
    }

    @Test
    void delegation_is_approved_on_an_audit_that_passed_and_cover_that_satisfies() {
        board().given(assuredAnd(applied(DELEGATED)))
                .when(approve())
                .thenAccepted(approved(DELEGATED));
        board().given(established(KINGSTON), OPENED, applied(DELEGATED))
                .when(approve())
                .thenRefused(new GovernanceAuditNotPassed(KINGSTON, AuditFault.NOT_REPORTED, null));
    }

    @Test
    void an_audit_counts_for_twelve_months_and_the_last_one_counts() {
        Specification applied = board().given(assuredAnd(applied(DELEGATED)));
        applied.on(LocalDate.of(2015, 12, 19))
                .when(approve())
                .thenAccepted(CoCommissioningApproved.class);
        applied.on(LocalDate.of(2015, 12, 20))
                .when(approve())
                .thenRefused(new GovernanceAuditNotPassed(KINGSTON, AuditFault.EXPIRED, AUDIT));
        GovernanceAuditId later = new GovernanceAuditId("a-later-audit");
        applied.given(reported(KINGSTON, later, AuditResult.FAIL, APPLIED_ON))
                .on(APPROVED_ON)
                .when(approve())
                .thenRefused(new GovernanceAuditNotPassed(KINGSTON, AuditFault.FAILED, later));
    }

    @Test
    void an_audit_passes_with_actions_once_all_are_closed() {
        GovernanceAuditId later = new GovernanceAuditId("a-later-audit");
        Specification applied =
                board().given(assuredAnd(applied(DELEGATED)))
                        .given(
                                reported(
                                        KINGSTON, later, AuditResult.PASS_WITH_ACTIONS, APPLIED_ON),
                                closed(KINGSTON, later, 1, 1, APPLIED_ON.plusDays(1)));
        applied.when(approve())
                .thenRefused(
                        new GovernanceAuditNotPassed(KINGSTON, AuditFault.ACTIONS_OPEN, later));
        applied.given(closed(KINGSTON, later, 2, 0, APPROVED_ON))
                .when(approve())
                .thenAccepted(approved(DELEGATED));
        applied.on(APPROVED_ON.minusDays(1))
                .when(approve())
                .thenRefused(
                        new GovernanceAuditNotPassed(KINGSTON, AuditFault.ACTIONS_OPEN, later));
    }

    @Test
    void cover_for_conflicts_counts_as_it_was_last_tested() {
        Specification applied =
                board().given(assuredAnd(applied(DELEGATED)))
                        .given(tested(ConflictsCover.NOT_SATISFIED, APPLIED_ON));
        applied.when(approve()).thenRefused(new ConflictsNotCovered(KINGSTON));
        applied.given(tested(ConflictsCover.SATISFIED, APPROVED_ON))
                .when(approve())
                .thenAccepted(approved(DELEGATED));
        board().given(
                        established(KINGSTON),
                        OPENED,
                        reported(KINGSTON, AUDIT, AuditResult.PASS, APPLIED_ON),
                        applied(DELEGATED))
                .when(approve())
                .thenRefused(new ConflictsNotCovered(KINGSTON));
    }

    @Test
    void the_constitution_still_permits_it_when_it_is_approved() {
        board().given(
                        established(KINGSTON),
                        OPENED,
                        tested(ConflictsCover.SATISFIED, APPLIED_ON),
                        reported(KINGSTON, AUDIT, AuditResult.PASS, APPLIED_ON),
                        applied(DELEGATED))
                .when(approve())
                .thenRefused(new ConstitutionDoesNotPermit(KINGSTON, DELEGATION));
    }

    @Test
    void joint_commissioning_is_approved_for_a_group_that_has_a_committee_with_the_board() {
        Specification applied =
                board().given(
                                established(KINGSTON),
                                OPENED,
                                varied(JOINT_COMMITTEES),
                                applied(JOINT));
        applied.when(approve()).thenRefused(new JointCommitteeRequired(KINGSTON));
        applied.given(formed(BodyRef.ccg(KINGSTON), BodyRef.ccg(MERTON)))
                .when(approve())
                .thenRefused(new JointCommitteeRequired(KINGSTON));
        board().given(
                        established(KINGSTON),
                        OPENED,
                        varied(JOINT_COMMITTEES),
                        applied(JOINT),
                        formedWithBoard())
                .when(approve())
                .thenAccepted(approved(JOINT));
        board().given(
                        established(KINGSTON),
                        OPENED,
                        varied(JOINT_COMMITTEES),
                        applied(JOINT),
                        formedWithBoard(),
                        new MemberWithdrew(COMMITTEE, BodyRef.BOARD, APPROVED_ON))
                .when(approve())
                .thenRefused(new JointCommitteeRequired(KINGSTON));
    }

    @Test
    void an_approval_is_conditional_where_conditions_are_listed() {
        board().given(assuredAnd(applied(DELEGATED)))
                .when(approve("Change the terms of reference", "Appoint a lay chair"))
                .thenAccepted(conditionally(DELEGATED));
    }

    @Test
    void an_application_is_decided_once() {
        Specification approved = board().given(assuredAnd(applied(DELEGATED), approved(DELEGATED)));
        approved.when(approve()).thenUnchanged();
        approved.when(approve("A condition")).thenRefused(new AlreadyDecided(APPLICATION));
        approved.when(new DeclineCoCommissioning(KINGSTON, APPLICATION))
                .thenRefused(new AlreadyDecided(APPLICATION));
        board().given(assured())
                .when(new ApproveCoCommissioning(KINGSTON, NEVER_MADE, List.of()))
                .thenNotFound();
    }

    @Test
    void an_application_is_declined_with_reasons() {
        CoCommissioningDeclined declined =
                new CoCommissioningDeclined(KINGSTON, APPLICATION, DELEGATED, APPROVED_ON);
        DeclineCoCommissioning decline = new DeclineCoCommissioning(KINGSTON, APPLICATION);
        board().given(assuredAnd(applied(DELEGATED))).when(decline).thenAccepted(declined);
        board().given(assuredAnd(applied(DELEGATED)))
                .withoutReasons()
                .when(decline)
                .thenRefused(new ReasonsRequired());
        board().given(assuredAnd(applied(DELEGATED), declined)).when(decline).thenUnchanged();
        board().given(assuredAnd(applied(DELEGATED), declined))
                .when(approve())
                .thenRefused(new AlreadyDecided(APPLICATION));
        board().when(decline).thenNotFound();
    }

    @Test
    void conditions_are_discharged_one_by_one_on_evidence() {
        Specification conditional =
                board().given(assuredAnd(applied(DELEGATED), conditionally(DELEGATED)));
        conditional.when(discharge(1)).thenRefused(new EvidenceRequired(1));
        conditional.withEvidence(DocRef.titled("Terms of reference"));
        ApprovalConditionMet first =
                new ApprovalConditionMet(KINGSTON, APPLICATION, 1, 1, APPROVED_ON);
        conditional.when(discharge(1)).thenAccepted(first);
        conditional.when(discharge(3)).thenRefused(new ConditionNotOpen(3));
        conditional.given(first);
        conditional.when(discharge(1)).thenUnchanged();
        conditional
                .when(discharge(2))
                .thenAccepted(new ApprovalConditionMet(KINGSTON, APPLICATION, 2, 0, APPROVED_ON));
        conditional.when(new DischargeApprovalCondition(KINGSTON, NEVER_MADE, 1)).thenNotFound();
        board().given(assuredAnd(applied(DELEGATED)))
                .when(discharge(1))
                .thenRefused(new ConditionNotOpen(1));
    }

    private static DischargeApprovalCondition discharge(int condition) {
        return new DischargeApprovalCondition(KINGSTON, APPLICATION, condition);
    }
}
