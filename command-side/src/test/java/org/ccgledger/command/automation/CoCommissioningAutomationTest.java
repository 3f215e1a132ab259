package org.ccgledger.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.automation.Causes.cause;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreed;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationNoticeGiven;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.GovernanceAuditReported;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeDissolved;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;
import org.junit.jupiter.api.Test;

class CoCommissioningAutomationTest {

    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final CcgCode KINGSTON = new CcgCode("08J");
    private static final GovernanceAuditId AUDIT = new GovernanceAuditId("an-audit");
    private static final JointCommitteeId COMMITTEE = new JointCommitteeId("a-committee");
    private static final LocalDate SIGNED_ON = LocalDate.of(2015, 3, 27);
    private static final LocalDate APRIL = LocalDate.of(2015, 4, 1);

    private static List<Envelope> audited(AuditResult result) {
        return WhenGovernanceAuditFailedThenLoseDelegationAssurance.react(
                cause(new GovernanceAuditReported(AUDIT, THURROCK, result, List.of(), SIGNED_ON)));
    }

    @Test
    void when_an_audit_failed_then_a_delegation_loses_its_assurance() {
        Envelope sent = audited(AuditResult.FAIL).getFirst();
        assertThat(sent.command()).isEqualTo(new RecordDelegationAssuranceLost(THURROCK, AUDIT));
        assertThat(sent.effectiveOn()).isEqualTo(SIGNED_ON);
        assertThat(audited(AuditResult.PASS)).isEmpty();
        assertThat(audited(AuditResult.PASS_WITH_ACTIONS)).isEmpty();
    }

    @Test
    void when_a_joint_committee_was_left_then_joint_commissioning_by_it_ends() {
        assertThat(
                        WhenJointCommitteeLeftThenEndJointArrangement.react(
                                cause(new MemberWithdrew(COMMITTEE, BodyRef.ccg(THURROCK), APRIL))))
                .extracting(Envelope::command)
                .containsExactly(new EndJointArrangement(THURROCK, COMMITTEE));
        List<Envelope> dissolved =
                WhenJointCommitteeLeftThenEndJointArrangement.react(
                        cause(
                                new JointCommitteeDissolved(
                                        COMMITTEE,
                                        List.of(
                                                BodyRef.ccg(THURROCK),
                                                BodyRef.ccg(KINGSTON),
                                                BodyRef.BOARD),
                                        DissolutionCause.AGREED,
                                        APRIL)));
        assertThat(dissolved)
                .extracting(Envelope::command)
                .containsExactly(
                        new EndJointArrangement(THURROCK, COMMITTEE),
                        new EndJointArrangement(KINGSTON, COMMITTEE));
        assertThat(dissolved).extracting(Envelope::commandId).doesNotHaveDuplicates();
        assertThat(
                        WhenJointCommitteeLeftThenEndJointArrangement.react(
                                cause(new MemberWithdrew(COMMITTEE, BodyRef.BOARD, APRIL))))
                .isEmpty();
    }

    @Test
    void a_delegation_starts_and_ends_on_the_days_that_were_agreed() {
        Envelope starts =
                DueDates.of(
                                cause(
                                        new DelegationAgreed(
                                                THURROCK,
                                                new CoCommissioningId("07G-P1"),
                                                List.of(new FunctionCode("enhanced-services")),
                                                List.of(),
                                                APRIL,
                                                SIGNED_ON)))
                        .getFirst();
        assertThat(starts.command()).isEqualTo(new StartDelegation(THURROCK));
        assertThat(starts.effectiveOn()).isEqualTo(APRIL);

        LocalDate next = LocalDate.of(2016, 4, 1);
        Envelope ends =
                DueDates.of(cause(new DelegationNoticeGiven(THURROCK, next, false, APRIL)))
                        .getFirst();
        assertThat(ends.command()).isEqualTo(new EndDelegation(THURROCK));
        assertThat(ends.effectiveOn()).isEqualTo(next);
    }
}
