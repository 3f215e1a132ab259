package org.ccgledger.command.conditions;

import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.conditions.Grants.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.conditions.ConditionCommand.*;
import org.ccgledger.command.conditions.ConditionRefusal.*;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.events.conditions.SupportLevel;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final ApprovalId APPROVAL =
            new ApprovalId("1f0b7c52-9b7c-4a55-8f0e-3a2f6f0c9d01");
    private static final DocRef DOCUMENT = DocRef.titled("Rectification plan");
    private static final DocRef SECOND_PLAN = DocRef.titled("Second plan");
    private static final List<Milestone> MILESTONES =
            List.of(new Milestone("Plan agreed", LocalDate.of(2013, 6, 30)));

    private static Specification committee() {
        return Specification.of(ConditionDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(LATER);
    }

    private static Specification group() {
        return committee().by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK));
    }

    private static ImposeCondition impose(SupportLevel level) {
        return new ImposeCondition(THURROCK, PLAN, false, "Meet it", level, LATER.plusMonths(3));
    }

    private static ApprovalRecorded approved(ApprovedStep step) {
        return approved(step, DOCUMENT, LATER);
    }

    private static ApprovalRecorded approved(ApprovedStep step, DocRef document, LocalDate on) {
        return new ApprovalRecorded(
                APPROVAL, BodyRef.BOARD, new ApprovalSubject(step, THURROCK, null), document, on);
    }

    private static AgreeRectificationPlan agree(ApprovalId... approvals) {
        return new AgreeRectificationPlan(THURROCK, DOCUMENT, MILESTONES, List.of(approvals));
    }

    private static ReviseRectificationPlan revise(ApprovalId... approvals) {
        return new ReviseRectificationPlan(THURROCK, SECOND_PLAN, MILESTONES, List.of(approvals));
    }

    @Test
    void a_condition_imposed_is_numbered_after_those_of_the_grant() {
        committee()
                .given(granted(condition(1, SupportLevel.I), condition(2, SupportLevel.II)))
                .when(impose(SupportLevel.III))
                .thenAccepted(
                        new ConditionImposed(
                                THURROCK,
                                new ConditionTerms(
                                        new ConditionId("07G-C3"),
                                        PLAN,
                                        false,
                                        "Meet it",
                                        SupportLevel.III),
                                LATER.plusMonths(3),
                                LATER));
    }

    @Test
    void what_is_imposed_again_after_its_discharge_is_a_new_condition() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(new ConditionDischarged(THURROCK, C1, PLAN, 1, LATER))
                .when(impose(SupportLevel.I))
                .thenAccepted(
                        new ConditionImposed(
                                THURROCK,
                                new ConditionTerms(C2, PLAN, false, "Meet it", SupportLevel.I),
                                LATER.plusMonths(3),
                                LATER));
    }

    @Test
    void the_same_condition_is_not_imposed_twice_while_it_is_open() {
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .when(impose(SupportLevel.I))
                .thenUnchanged();
    }

    @Test
    void only_the_committee_imposes_and_decides() {
        group().given(granted())
                .when(impose(SupportLevel.I))
                .thenRefused(new NotAuthorisingBody(BodyRef.ccg(THURROCK)));
        group().when(new DecideConditionReview(THURROCK, 1, List.of(), null))
                .thenRefused(new NotAuthorisingBody(BodyRef.ccg(THURROCK)));
    }

    @Test
    void a_condition_names_a_criterion_or_is_bespoke() {
        committee()
                .given(granted())
                .when(new ImposeCondition(THURROCK, null, false, "Meet it", SupportLevel.IV, LATER))
                .thenRefused(new AtImposition.ConditionNotLinked("Meet it"));
        committee()
                .given(granted())
                .when(new ImposeCondition(THURROCK, null, true, "Meet it", SupportLevel.I, LATER))
                .thenAccepted(ConditionImposed.class);
    }

    @Test
    void support_from_level_four_on_comes_with_a_direction_in_force() {
        committee()
                .given(granted())
                .when(impose(SupportLevel.IV))
                .thenRefused(new AtImposition.DirectionRequiredForLevel(SupportLevel.IV));
        committee()
                .given(granted())
                .when(impose(SupportLevel.III))
                .thenAccepted(ConditionImposed.class);
        committee()
                .given(granted())
                .given(directed(LATER))
                .when(impose(SupportLevel.IV))
                .thenAccepted(ConditionImposed.class);
        committee()
                .given(granted())
                .given(directed(LATER.plusDays(1)))
                .when(impose(SupportLevel.IV))
                .thenRefused(new AtImposition.DirectionRequiredForLevel(SupportLevel.IV));
    }

    @Test
    void a_direction_that_enables_the_group_to_act_for_another_underpins_no_support() {
        committee()
                .given(granted())
                .given(enabled(LATER))
                .when(impose(SupportLevel.IV))
                .thenRefused(new AtImposition.DirectionRequiredForLevel(SupportLevel.IV));
    }

    @Test
    void a_group_that_was_not_authorised_has_no_conditions() {
        committee().when(impose(SupportLevel.I)).thenNotFound();
        group().when(agree(APPROVAL)).thenNotFound();
        group().when(revise(APPROVAL)).thenNotFound();
        committee()
                .when(new MainstreamCondition(THURROCK, C1, DocRef.titled("Assurance")))
                .thenNotFound();
    }

    @Test
    void a_rectification_plan_is_agreed_with_the_board() {
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.RECTIFICATION_PLAN))
                .when(agree(APPROVAL))
                .thenAccepted(new RectificationPlanAgreed(THURROCK, DOCUMENT, MILESTONES, LATER));
    }

    @Test
    void a_plan_without_the_boards_approval_is_not_agreed_or_revised() {
        AgreementMissing refusal = new AgreementMissing(Set.of(BodyRef.BOARD));
        group().given(granted(condition(1, SupportLevel.I))).when(agree()).thenRefused(refusal);
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.AMEND_CONSTITUTION))
                .when(agree(APPROVAL))
                .thenRefused(refusal);
        group().given(granted(condition(1, SupportLevel.I)))
                .given(new RectificationPlanAgreed(THURROCK, DOCUMENT, MILESTONES, LATER))
                .when(revise())
                .thenRefused(refusal);
    }

    @Test
    void an_approval_is_good_for_the_plan_that_was_approved_from_its_day_on() {
        AgreementMissing refusal = new AgreementMissing(Set.of(BodyRef.BOARD));
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.RECTIFICATION_PLAN))
                .given(new RectificationPlanAgreed(THURROCK, DOCUMENT, MILESTONES, LATER))
                .when(revise(APPROVAL))
                .thenRefused(refusal);
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.RECTIFICATION_PLAN, DOCUMENT, LATER.plusDays(1)))
                .when(agree(APPROVAL))
                .thenRefused(refusal);
    }

    @Test
    void a_plan_answers_to_an_open_condition() {
        group().given(granted())
                .given(approved(ApprovedStep.RECTIFICATION_PLAN))
                .when(agree(APPROVAL))
                .thenRefused(new NoOpenCondition());
    }

    @Test
    void a_plan_is_revised_once_it_was_agreed() {
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.RECTIFICATION_PLAN, SECOND_PLAN, LATER))
                .when(revise(APPROVAL))
                .thenNotFound();
        group().given(granted(condition(1, SupportLevel.I)))
                .given(approved(ApprovedStep.RECTIFICATION_PLAN, SECOND_PLAN, LATER))
                .given(new RectificationPlanAgreed(THURROCK, DOCUMENT, MILESTONES, LATER))
                .when(revise(APPROVAL))
                .thenAccepted(
                        new RectificationPlanRevised(THURROCK, SECOND_PLAN, MILESTONES, LATER));
    }

    @Test
    void the_same_plan_changes_nothing() {
        group().given(granted(condition(1, SupportLevel.I)))
                .given(new RectificationPlanAgreed(THURROCK, DOCUMENT, MILESTONES, LATER))
                .when(agree())
                .thenUnchanged();
        group().given(granted(condition(1, SupportLevel.I)))
                .given(new RectificationPlanAgreed(THURROCK, SECOND_PLAN, MILESTONES, LATER))
                .when(revise())
                .thenUnchanged();
    }

    @Test
    void an_open_condition_goes_over_to_ordinary_assurance_once() {
        MainstreamCondition mainstream =
                new MainstreamCondition(THURROCK, C1, DocRef.titled("Assurance"));
        ConditionMainstreamed mainstreamed =
                new ConditionMainstreamed(THURROCK, C1, DocRef.titled("Assurance"), LATER);
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .when(mainstream)
                .thenAccepted(mainstreamed);
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(mainstreamed)
                .when(mainstream)
                .thenUnchanged();
        committee()
                .given(granted(condition(1, SupportLevel.I)))
                .given(new ConditionDischarged(THURROCK, C1, PLAN, 1, LATER))
                .when(mainstream)
                .thenRefused(new ConditionNotOpen(Set.of(C1)));
        committee().given(granted()).when(mainstream).thenNotFound();
    }

    @Test
    void a_decision_is_not_dated_before_the_grant() {
        committee()
                .given(granted())
                .on(DECIDED_ON.minusDays(1))
                .when(impose(SupportLevel.I))
                .thenRefused(new CommonRefusal.BackdatedBeyondLimit(DECIDED_ON));
    }
}
