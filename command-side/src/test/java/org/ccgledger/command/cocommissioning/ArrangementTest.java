package org.ccgledger.command.cocommissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.cocommissioning.CoCommissioned.*;
import static org.ccgledger.command.expressions.Interested.*;
import static org.ccgledger.command.governanceaudits.Audited.reported;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.DELEGATED;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.GREATER_INVOLVEMENT;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.JOINT;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.*;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.Actor;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.CoCommissioningTakenOver;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static final GovernanceAuditId LATER = new GovernanceAuditId("a-later-audit");
    private static final BodyRef GROUP = BodyRef.ccg(KINGSTON);

    private static Specification coCommissioning() {
        return Specification.of(CoCommissioningDecider.DECIDER);
    }

    private static Specification kingston() {
        return coCommissioning().by(Role.CCG_ACCOUNTABLE_OFFICER, GROUP);
    }

    private static Specification board() {
        return coCommissioning().by(Role.BOARD_AUTHORISATION, BodyRef.BOARD);
    }

    private static List<CcgEvent> approvedForDelegation() {
        return assuredAnd(
                applied(DELEGATED),
                approved(DELEGATED),
                boardApproves(BOARD_SIGNS, ApprovedStep.SIGN_DELEGATION_AGREEMENT));
    }

    private static SignDelegationAgreement sign(FunctionCode... functions) {
        return new SignDelegationAgreement(
                KINGSTON, List.of(functions), List.of(), LIVE_ON, List.of(BOARD_SIGNS));
    }

    private static DirectionIssued taken(LocalDate on) {
        return new DirectionIssued(
                KINGSTON,
                new DirectionTerms(
                        new DirectionId("08J-D1"),
                        LegalPower.S14Z21,
                        DirectionKind.NOT_TO_EXERCISE,
                        List.of(CONTRACTS),
                        Period.from(on),
                        DocRef.titled("Direction")),
                null,
                on);
    }

    @Test
    void the_group_and_the_board_sign_for_a_1_april() {
        kingston()
                .given(approvedForDelegation())
                .on(SIGNED_ON)
                .when(sign(CONTRACTS))
                .thenAccepted(agreed());
        kingston()
                .given(assuredAnd(applied(DELEGATED), approved(DELEGATED)))
                .on(SIGNED_ON)
                .when(sign(CONTRACTS))
                .thenRefused(new ApprovalRequired(Set.of(BodyRef.BOARD)));
        kingston()
                .given(approvedForDelegation())
                .on(APPROVED_ON.minusDays(1))
                .when(sign(CONTRACTS))
                .thenRefused(new ApprovalRequired(Set.of(BodyRef.BOARD)));
        coCommissioning()
                .given(approvedForDelegation())
                .on(SIGNED_ON)
                .when(sign(CONTRACTS))
                .thenRefused(new ApprovalRequired(Set.of(GROUP)));
        kingston()
                .given(approvedForDelegation())
                .on(LIVE_ON.plusDays(1))
                .when(sign(CONTRACTS))
                .thenRefused(new InvalidPeriod(LIVE_ON.plusDays(1)));
        assertThat(
                        new SignDelegationAgreement(
                                        KINGSTON, List.of(), List.of(), SIGNED_ON, List.of())
                                .fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/functions", "/from");
    }

    @Test
    void nothing_is_signed_without_an_approval_whose_conditions_are_met() {
        kingston().given(assuredAnd(applied(DELEGATED))).when(sign(CONTRACTS)).thenNotFound();
        Specification conditional =
                kingston()
                        .given(
                                assuredAnd(
                                        applied(DELEGATED),
                                        conditionally(DELEGATED),
                                        boardApproves(
                                                BOARD_SIGNS,
                                                ApprovedStep.SIGN_DELEGATION_AGREEMENT)))
                        .on(SIGNED_ON);
        conditional.when(sign(CONTRACTS)).thenRefused(new ConditionsOutstanding(Set.of(1, 2)));
        conditional
                .given(
                        new ApprovalConditionMet(KINGSTON, APPLICATION, 1, 1, APPROVED_ON),
                        new ApprovalConditionMet(KINGSTON, APPLICATION, 2, 0, APPROVED_ON))
                .when(sign(CONTRACTS))
                .thenAccepted(agreed());
    }

    @Test
    void functions_that_are_reserved_or_taken_are_not_delegated() {
        Specification approved = kingston().given(approvedForDelegation()).on(SIGNED_ON);
        approved.when(sign(CONTRACTS, PERFORMERS))
                .thenRefused(new FunctionReservedToNHSEngland(Set.of(PERFORMERS)));
        approved.when(
                        new SignDelegationAgreement(
                                KINGSTON,
                                List.of(CONTRACTS),
                                List.of(CONTRACTS),
                                LIVE_ON,
                                List.of(BOARD_SIGNS)))
                .thenRefused(new FunctionReservedToNHSEngland(Set.of(CONTRACTS)));
        approved.given(taken(APPLIED_ON))
                .when(sign(CONTRACTS))
                .thenRefused(new FunctionNotExercisable(KINGSTON, CONTRACTS, BodyRef.BOARD));
    }

    @Test
    void functions_are_delegated_once_at_a_time() {
        Specification agreed = kingston().given(approvedForDelegation()).given(agreed());
        agreed.when(sign(CONTRACTS)).thenUnchanged();
        agreed.when(sign(CONTRACTS, new FunctionCode("enhanced-services")))
                .thenRefused(new LevelAlreadyLive(DELEGATED));
        agreed.given(live());
        agreed.when(sign(CONTRACTS)).thenUnchanged();
        agreed.when(sign(new FunctionCode("enhanced-services")))
                .thenRefused(new LevelAlreadyLive(DELEGATED));
        agreed.given(new DelegationAgreementRevoked(KINGSTON, true, LIVE_ON))
                .when(sign(CONTRACTS))
                .thenNotFound();
    }

    @Tag("K3")
    @Test
    void a_delegation_goes_live_on_its_day_if_all_that_it_rests_on_still_holds() {
        StartDelegation start = new StartDelegation(KINGSTON);
        Specification agreed = agreedBy(LIVE_ON);
        agreed.when(start).thenAccepted(live());
        agreed.on(LIVE_ON.minusDays(1)).when(start).thenRefused(new InvalidPeriod(LIVE_ON));
        agreedBy(LIVE_ON)
                .given(reported(KINGSTON, LATER, AuditResult.FAIL, SIGNED_ON))
                .when(start)
                .thenRefused(new GovernanceAuditNotPassed(KINGSTON, AuditFault.FAILED, LATER));
        agreedBy(LIVE_ON)
                .given(tested(ConflictsCover.NOT_SATISFIED, SIGNED_ON))
                .when(start)
                .thenRefused(new ConflictsNotCovered(KINGSTON));
        agreedBy(LIVE_ON)
                .given(taken(SIGNED_ON))
                .when(start)
                .thenRefused(new FunctionNotExercisable(KINGSTON, CONTRACTS, BodyRef.BOARD));
        agreedBy(LIVE_ON).given(live()).when(start).thenUnchanged();
        agreedBy(LIVE_ON)
                .given(new DelegationAgreementRevoked(KINGSTON, false, SIGNED_ON))
                .when(start)
                .thenUnchanged();
        coCommissioning().when(start).thenNotFound();
    }

    private static Specification agreedBy(LocalDate on) {
        return coCommissioning()
                .given(assuredAnd(applied(DELEGATED), approved(DELEGATED), agreed()))
                .on(on);
    }

    @Test
    void joint_commissioning_begins_with_a_committee_of_the_group_and_the_board() {
        StartJointArrangement start = new StartJointArrangement(KINGSTON, COMMITTEE);
        JointArrangementStarted started =
                new JointArrangementStarted(KINGSTON, APPLICATION, COMMITTEE, LIVE_ON);
        Specification approved =
                kingston().given(assuredAnd(applied(JOINT), approved(JOINT))).on(LIVE_ON);
        approved.when(start).thenRefused(new JointCommitteeRequired(KINGSTON));
        approved.given(formedWithBoard()).when(start).thenAccepted(started);
        approved.given(started).when(start).thenUnchanged();
        approved.when(new StartJointArrangement(KINGSTON, new JointCommitteeId("another")))
                .thenRefused(new JointCommitteeRequired(KINGSTON));
        kingston()
                .given(assuredAnd(applied(JOINT), formedWithBoard()))
                .on(LIVE_ON)
                .when(start)
                .thenNotFound();
        kingston()
                .given(assuredAnd(applied(JOINT), conditionally(JOINT), formedWithBoard()))
                .on(LIVE_ON)
                .when(start)
                .thenRefused(new ConditionsOutstanding(Set.of(1, 2)));
    }

    @Test
    void a_higher_level_takes_the_place_of_a_lower_one_and_not_the_other_way_round() {
        GreaterInvolvementStarted involved = new GreaterInvolvementStarted(KINGSTON, APPROVED_ON);
        RecordGreaterInvolvement involve = new RecordGreaterInvolvement(KINGSTON);
        kingston().given(assured()).on(APPROVED_ON).when(involve).thenAccepted(involved);
        kingston().given(assuredAnd(involved)).when(involve).thenUnchanged();
        kingston()
                .on(APPROVED_ON)
                .when(involve)
                .thenRefused(new CCGNotOperational(KINGSTON, APPROVED_ON));

        List<CcgEvent> joint =
                assuredAnd(
                        applied(JOINT),
                        approved(JOINT),
                        formedWithBoard(),
                        involved,
                        new JointArrangementStarted(KINGSTON, APPLICATION, COMMITTEE, LIVE_ON));
        kingston()
                .given(joint.subList(0, joint.size() - 1))
                .on(LIVE_ON)
                .when(new StartJointArrangement(KINGSTON, COMMITTEE))
                .thenAccepted(JointArrangementStarted.class);
        kingston().given(joint).when(involve).thenRefused(new LevelAlreadyLive(JOINT));
        kingston()
                .given(assuredAnd(applied(JOINT), approved(JOINT), formedWithBoard()))
                .given(agreed(), live())
                .when(new StartJointArrangement(KINGSTON, COMMITTEE))
                .thenRefused(new LevelAlreadyLive(DELEGATED));
        kingston().given(delegated()).when(involve).thenRefused(new LevelAlreadyLive(DELEGATED));
        assertThat(GREATER_INVOLVEMENT.compareTo(JOINT)).isNegative();
        assertThat(JOINT.compareTo(DELEGATED)).isNegative();
    }

    @Test
    void joint_commissioning_ends_when_the_group_is_no_member_any_more() {
        LocalDate left = LocalDate.of(2015, 9, 1);
        EndJointArrangement end = new EndJointArrangement(KINGSTON, COMMITTEE);
        Specification joint =
                coCommissioning()
                        .given(
                                formedWithBoard(),
                                new JointArrangementStarted(
                                        KINGSTON, APPLICATION, COMMITTEE, LIVE_ON))
                        .on(left);
        joint.when(end).thenUnchanged();
        joint.given(new MemberWithdrew(COMMITTEE, GROUP, left))
                .when(end)
                .thenAccepted(new JointArrangementEnded(KINGSTON, COMMITTEE, left));
        joint.when(new EndJointArrangement(KINGSTON, new JointCommitteeId("another")))
                .thenUnchanged();
        joint.given(new JointArrangementEnded(KINGSTON, COMMITTEE, left)).when(end).thenUnchanged();
    }

    private static GiveDelegationNotice notice(@Nullable LocalDate endsOn, ApprovalId... consent) {
        return new GiveDelegationNotice(KINGSTON, endsOn, List.of(consent));
    }

    private static DelegationNoticeGiven given(LocalDate endsOn, boolean consents, LocalDate on) {
        return new DelegationNoticeGiven(KINGSTON, endsOn, consents, on);
    }

    @Test
    void notice_by_30_september_ends_a_delegation_on_the_following_1_april() {
        LocalDate lastDay = LocalDate.of(2015, 9, 30);
        LocalDate april2016 = LocalDate.of(2016, 4, 1);
        LocalDate april2017 = LocalDate.of(2017, 4, 1);
        Specification live = kingston().given(delegated());
        live.on(lastDay).when(notice(null)).thenAccepted(given(april2016, false, lastDay));
        live.on(lastDay.plusDays(1)).when(notice(null)).thenRefused(new NoticeTooLate(april2017));
        live.when(notice(april2016)).thenRefused(new NoticeTooLate(april2017));
        live.when(notice(april2017)).thenAccepted(given(april2017, false, lastDay.plusDays(1)));
        LocalDate february = LocalDate.of(2016, 2, 1);
        live.on(february).when(notice(null)).thenRefused(new NoticeTooLate(april2017));
        live.when(notice(april2017.plusDays(1))).thenRefused(new NoticeTooLate(april2017));
        live.when(notice(april2017)).thenAccepted(given(april2017, false, february));
    }

    @Test
    void the_board_may_consent_to_another_day() {
        LocalDate october = LocalDate.of(2015, 10, 1);
        Specification live =
                kingston()
                        .given(delegated())
                        .given(boardApproves(BOARD_CONSENTS, ApprovedStep.END_DELEGATION))
                        .on(october);
        LocalDate december = LocalDate.of(2015, 12, 1);
        live.when(notice(december, BOARD_CONSENTS)).thenAccepted(given(december, true, october));
        live.when(notice(october, BOARD_CONSENTS))
                .thenRefused(new InvalidPeriod(october.plusDays(1)));
        live.when(notice(december, BOARD_SIGNS))
                .thenRefused(new NoticeTooLate(LocalDate.of(2017, 4, 1)));
    }

    @Test
    void notice_is_given_of_what_is_live() {
        kingston()
                .given(assuredAnd(applied(DELEGATED), approved(DELEGATED), agreed()))
                .when(notice(null))
                .thenNotFound();
        LocalDate april = LocalDate.of(2016, 4, 1);
        kingston()
                .given(delegated())
                .given(given(april, false, LIVE_ON))
                .when(notice(april))
                .thenUnchanged();
    }

    @Test
    void a_delegation_ends_on_the_day_of_its_notice() {
        LocalDate april = LocalDate.of(2016, 4, 1);
        EndDelegation end = new EndDelegation(KINGSTON);
        Specification noticed =
                coCommissioning().given(delegated()).given(given(april, false, LIVE_ON));
        noticed.on(april.minusDays(1)).when(end).thenUnchanged();
        noticed.on(april).when(end).thenAccepted(new DelegationEnded(KINGSTON, april));
        noticed.given(new DelegationEnded(KINGSTON, april)).when(end).thenUnchanged();
        coCommissioning().given(delegated()).on(april).when(end).thenUnchanged();
    }

    @Test
    void a_failed_audit_costs_a_delegation_its_assurance() {
        LocalDate july = LocalDate.of(2015, 7, 1);
        RecordDelegationAssuranceLost lose = new RecordDelegationAssuranceLost(KINGSTON, LATER);
        DelegationAssuranceLost lost = new DelegationAssuranceLost(KINGSTON, LATER, july);
        List<CcgEvent> failed = new java.util.ArrayList<>(delegated());
        failed.add(reported(KINGSTON, LATER, AuditResult.FAIL, july));
        coCommissioning().given(failed).when(lose).thenAccepted(lost);
        coCommissioning().given(failed).given(lost).when(lose).thenUnchanged();
        coCommissioning()
                .given(failed)
                .given(
                        reported(
                                KINGSTON,
                                new GovernanceAuditId("another-audit"),
                                AuditResult.PASS,
                                july))
                .when(lose)
                .thenUnchanged();
        coCommissioning()
                .given(assured())
                .given(reported(KINGSTON, LATER, AuditResult.FAIL, july))
                .when(lose)
                .thenUnchanged();
    }

    @Test
    void the_board_may_override_the_block_with_reasons_until_a_day() {
        LocalDate july = LocalDate.of(2015, 7, 1);
        LocalDate until = LocalDate.of(2015, 9, 30);
        OverrideAssuranceBlock override = new OverrideAssuranceBlock(KINGSTON, until);
        AssuranceBlockOverridden overridden =
                new AssuranceBlockOverridden(KINGSTON, LATER, until, july);
        Specification failed =
                board().given(delegated())
                        .given(reported(KINGSTON, LATER, AuditResult.FAIL, july))
                        .on(july);
        failed.when(override).thenAccepted(overridden);
        failed.when(new OverrideAssuranceBlock(KINGSTON, july.minusDays(1)))
                .thenRefused(new InvalidPeriod(july));
        failed.given(overridden).when(override).thenUnchanged();
        board().given(delegated())
                .given(reported(KINGSTON, LATER, AuditResult.FAIL, july))
                .withoutReasons()
                .when(override)
                .thenRefused(new ReasonsRequired());
        board().given(delegated()).when(override).thenNotFound();
        board().given(reported(KINGSTON, LATER, AuditResult.FAIL, july))
                .when(override)
                .thenNotFound();
    }

    @Test
    void the_board_revokes_an_agreement_with_reasons() {
        RevokeDelegationAgreement revoke = new RevokeDelegationAgreement(KINGSTON);
        DelegationAgreementRevoked revoked =
                new DelegationAgreementRevoked(KINGSTON, true, LIVE_ON);
        board().given(delegated()).when(revoke).thenAccepted(revoked);
        board().given(assuredAnd(applied(DELEGATED), approved(DELEGATED), agreed()))
                .when(revoke)
                .thenAccepted(new DelegationAgreementRevoked(KINGSTON, false, SIGNED_ON));
        board().given(delegated()).withoutReasons().when(revoke).thenRefused(new ReasonsRequired());
        board().given(delegated()).given(revoked).when(revoke).thenUnchanged();
        board().given(delegated())
                .given(new DelegationEnded(KINGSTON, LIVE_ON))
                .when(revoke)
                .thenNotFound();
        board().when(new RevokeDelegationAgreement(new CcgCode("07G"))).thenNotFound();
    }

    private static CCGDissolved ceased(CoCommissioningLevel level) {
        return new CCGDissolved(
                KINGSTON,
                List.of(MERTON),
                List.of(
                        new Settlement(
                                KINGSTON,
                                MatterKind.CO_COMMISSIONING,
                                level.name(),
                                BodyRef.ccg(MERTON))),
                LIVE_ON.plusYears(1));
    }

    private static Specification system() {
        return coCommissioning().by(Role.SYSTEM, Actor.SYSTEM.body()).on(LIVE_ON.plusYears(1));
    }

    private static CoCommissioningTakenOver takenOver() {
        return new CoCommissioningTakenOver(
                MERTON,
                KINGSTON,
                DELEGATED,
                List.of(CONTRACTS),
                List.of(),
                null,
                LIVE_ON.plusYears(1));
    }

    @Test
    void the_group_that_takes_the_place_of_another_exercises_what_was_delegated_to_it() {
        TakeOverCoCommissioning takeOver = new TakeOverCoCommissioning(MERTON, KINGSTON);
        system().given(delegated())
                .given(ceased(DELEGATED))
                .when(takeOver)
                .thenAccepted(takenOver());
        system().given(delegated()).when(takeOver).thenUnchanged();
        system().given(assuredAnd(applied(DELEGATED), approved(DELEGATED), agreed()))
                .given(ceased(DELEGATED))
                .when(takeOver)
                .thenAccepted(takenOver());
        system().given(delegated())
                .given(ceased(DELEGATED), takenOver())
                .when(takeOver)
                .thenUnchanged();
    }

    @Test
    void what_was_taken_over_can_be_ended_with_notice_or_revoked() {
        coCommissioning()
                .given(takenOver())
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(MERTON))
                .on(LocalDate.of(2016, 9, 30))
                .when(new GiveDelegationNotice(MERTON, LocalDate.of(2017, 4, 1), List.of()))
                .thenAccepted(DelegationNoticeGiven.class);
        board().given(takenOver())
                .when(new RevokeDelegationAgreement(MERTON))
                .thenAccepted(new DelegationAgreementRevoked(MERTON, true, LIVE_ON.plusYears(1)));
    }
}
