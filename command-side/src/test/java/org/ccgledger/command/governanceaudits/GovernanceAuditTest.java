package org.ccgledger.command.governanceaudits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.expressions.Interested.established;
import static org.ccgledger.command.governanceaudits.Audited.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.governanceaudits.GovernanceAuditCommand.*;
import org.ccgledger.command.governanceaudits.GovernanceAuditRefusal.*;
import org.ccgledger.command.interests.Declared;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.governanceaudits.AuditFinding;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestEvent.InterestEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.junit.jupiter.api.Test;

class GovernanceAuditTest {

    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final LocalDate REPORTED_ON = LocalDate.of(2014, 12, 19);

    private static Specification audit() {
        return Specification.of(GovernanceAuditDecider.DECIDER).given(established(THURROCK));
    }

    private static Specification byAuditor() {
        return audit().given(commissioned(THURROCK)).by(Role.AUDITOR, AUDITOR).on(REPORTED_ON);
    }

    private static CommissionGovernanceAudit commission(BodyRef auditor) {
        return new CommissionGovernanceAudit(AUDIT, THURROCK, SCOPE, auditor);
    }

    private static ReportGovernanceAudit report(AuditResult result, AuditFinding... findings) {
        return new ReportGovernanceAudit(AUDIT, result, List.of(findings));
    }

    @Test
    void an_audit_is_commissioned_of_a_body_that_is_independent() {
        audit().on(COMMISSIONED_ON).when(commission(AUDITOR)).thenAccepted(commissioned(THURROCK));
        BodyRef itself = BodyRef.ccg(THURROCK);
        audit().when(commission(itself)).thenRefused(new AuditorNotIndependent(THURROCK, itself));
        Specification.of(GovernanceAuditDecider.DECIDER).when(commission(AUDITOR)).thenNotFound();
    }

    @Test
    void a_member_of_the_group_does_not_audit_it() {
        PracticeCode practice = new PracticeCode("F81001");
        BodyRef member = BodyRef.practice(practice);
        audit().given(new PracticeAdmitted(practice, THURROCK, null, LocalDate.of(2013, 4, 1)))
                .on(COMMISSIONED_ON)
                .when(commission(member))
                .thenRefused(new AuditorNotIndependent(THURROCK, member));
        audit().on(COMMISSIONED_ON)
                .when(commission(member))
                .thenAccepted(GovernanceAuditCommissioned.class);
    }

    @Test
    void nobody_who_decides_for_the_group_has_a_financial_interest_in_its_auditor() {
        InterestDeclared interest = Declared.declared();
        BodyRef provider = Objects.requireNonNull(interest.terms().organisation());
        audit().given(interest)
                .on(COMMISSIONED_ON)
                .when(commission(provider))
                .thenRefused(new AuditorNotIndependent(THURROCK, provider));
        audit().given(interest)
                .on(COMMISSIONED_ON)
                .when(commission(AUDITOR))
                .thenAccepted(GovernanceAuditCommissioned.class);
        audit().given(
                        interest,
                        new InterestEnded(
                                interest.interest(),
                                interest.person(),
                                THURROCK,
                                COMMISSIONED_ON.minusDays(1),
                                COMMISSIONED_ON))
                .on(COMMISSIONED_ON)
                .when(commission(provider))
                .thenAccepted(GovernanceAuditCommissioned.class);
    }

    @Test
    void an_id_stands_for_one_audit() {
        audit().given(commissioned(THURROCK)).when(commission(AUDITOR)).thenUnchanged();
        audit().given(commissioned(THURROCK))
                .when(commission(new BodyRef("PROVIDER/OTHER")))
                .thenRefused(new CodeInUse(AUDIT));
    }

    @Test
    void the_auditor_reports_once() {
        byAuditor()
                .when(report(AuditResult.PASS_WITH_ACTIONS, MINUTES, REGISTER))
                .thenAccepted(
                        reported(THURROCK, AUDIT, AuditResult.PASS_WITH_ACTIONS, REPORTED_ON));
        Specification reported =
                byAuditor().given(reported(THURROCK, AUDIT, AuditResult.FAIL, REPORTED_ON));
        reported.when(report(AuditResult.FAIL, MINUTES, REGISTER)).thenUnchanged();
        reported.when(report(AuditResult.PASS)).thenRefused(new AlreadyDecided(AuditResult.FAIL));
        audit().by(Role.AUDITOR, AUDITOR).when(report(AuditResult.PASS)).thenNotFound();
    }

    @Test
    void nobody_reports_or_closes_for_the_auditor() {
        BodyRef other = new BodyRef("PROVIDER/OTHER");
        byAuditor()
                .by(Role.AUDITOR, other)
                .when(report(AuditResult.PASS))
                .thenRefused(new ActorNotOfThisBody(other));
        Specification reported =
                byAuditor()
                        .given(reported(THURROCK, AUDIT, AuditResult.FAIL, REPORTED_ON))
                        .by(Role.AUDITOR, other);
        reported.when(report(AuditResult.FAIL, MINUTES, REGISTER))
                .thenRefused(new ActorNotOfThisBody(other));
        reported.when(new CloseAuditAction(AUDIT, 1)).thenRefused(new ActorNotOfThisBody(other));
    }

    @Test
    void a_pass_leaves_nothing_to_do_and_a_pass_with_actions_names_them() {
        assertThat(report(AuditResult.PASS, MINUTES).fieldErrors()).hasSize(1);
        assertThat(report(AuditResult.PASS_WITH_ACTIONS).fieldErrors()).hasSize(1);
        assertThat(report(AuditResult.PASS).fieldErrors()).isEmpty();
        assertThat(report(AuditResult.PASS_WITH_ACTIONS, MINUTES).fieldErrors()).isEmpty();
        assertThat(report(AuditResult.FAIL).fieldErrors()).isEmpty();
    }

    @Test
    void actions_are_closed_on_evidence_one_by_one() {
        DocRef evidence = DocRef.titled("Minutes");
        Specification reported =
                byAuditor()
                        .given(
                                reported(
                                        THURROCK,
                                        AUDIT,
                                        AuditResult.PASS_WITH_ACTIONS,
                                        REPORTED_ON));
        reported.when(new CloseAuditAction(AUDIT, 1)).thenRefused(new EvidenceRequired(1));
        reported.withEvidence(evidence);
        reported.when(new CloseAuditAction(AUDIT, 1))
                .thenAccepted(closed(THURROCK, AUDIT, 1, 1, REPORTED_ON));
        reported.when(new CloseAuditAction(AUDIT, 3)).thenNotFound();
        reported.when(new CloseAuditAction(AUDIT, 0)).thenNotFound();
        reported.given(closed(THURROCK, AUDIT, 1, 1, REPORTED_ON));
        reported.when(new CloseAuditAction(AUDIT, 1)).thenUnchanged();
        reported.when(new CloseAuditAction(AUDIT, 2))
                .thenAccepted(closed(THURROCK, AUDIT, 2, 0, REPORTED_ON));
        byAuditor().when(new CloseAuditAction(AUDIT, 1)).thenNotFound();
        audit().by(Role.AUDITOR, AUDITOR).when(new CloseAuditAction(AUDIT, 1)).thenNotFound();
    }
}
