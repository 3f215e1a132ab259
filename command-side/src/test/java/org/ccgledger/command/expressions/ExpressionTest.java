package org.ccgledger.command.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.expressions.Interested.*;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.DELEGATED;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.GREATER_INVOLVEMENT;
import static org.ccgledger.events.cocommissioning.CoCommissioningLevel.JOINT;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.expressions.ExpressionCommand.*;
import org.ccgledger.command.expressions.ExpressionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.Role;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.expressions.RoundDeadlines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final LocalDate LATER = LocalDate.of(2014, 7, 8);

    private static Specification expression() {
        return Specification.of(ExpressionDecider.DECIDER);
    }

    private static Specification asKingston() {
        return expression().by(Role.CCG_ACCOUNTABLE_OFFICER, body(KINGSTON));
    }

    private static SubmitExpressionOfInterest submit(
            List<CcgCode> ccgs, List<CoCommissioningLevel> levels, @Nullable Boolean late) {
        return new SubmitExpressionOfInterest(TOGETHER, ROUND, ccgs, levels, STATEMENT, late);
    }

    private static SubmitExpressionOfInterest submit(@Nullable Boolean late) {
        return submit(List.of(KINGSTON, MERTON), List.of(DELEGATED, JOINT), late);
    }

    private static Specification open() {
        return asKingston().given(established(KINGSTON), established(MERTON), OPENED);
    }

    @Test
    void a_round_is_opened_once_under_its_name() {
        expression()
                .on(OPENED_ON)
                .when(new OpenCoCommissioningRound(ROUND, DEADLINES))
                .thenAccepted(OPENED);
        expression()
                .given(OPENED)
                .when(new OpenCoCommissioningRound(ROUND, DEADLINES))
                .thenUnchanged();
        expression()
                .given(OPENED)
                .when(new OpenCoCommissioningRound(ROUND, new RoundDeadlines(LATER, LATER, LATER)))
                .thenRefused(new CodeInUse("2015-16"));
    }

    @Test
    void groups_express_interest_together_at_several_levels() {
        open().on(LAST_DAY).when(submit(null)).thenAccepted(submitted(false, LAST_DAY));
        open().on(LAST_DAY).when(submit(true)).thenAccepted(submitted(false, LAST_DAY));
    }

    @Test
    void an_expression_names_a_group_and_a_level() {
        open().when(submit(List.of(), List.of(JOINT), null)).thenRefused(new EOIEmpty("ccgs"));
        open().when(submit(List.of(KINGSTON), List.of(), null)).thenRefused(new EOIEmpty("levels"));
    }

    @Test
    void groups_and_levels_are_named_once() {
        assertThat(submit(List.of(KINGSTON, KINGSTON), List.of(JOINT, JOINT), null).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/ccgs/1", "/levels/1");
        assertThat(new CategoriseExpression(TOGETHER, List.of(JOINT, JOINT)).fieldErrors())
                .hasSize(1);
    }

    @Test
    void after_its_last_day_an_expression_comes_late_or_not_at_all() {
        LocalDate after = LAST_DAY.plusDays(1);
        open().on(after)
                .when(submit(null))
                .thenRefused(new EOIWindowClosed(ROUND, OPENED_ON, LAST_DAY));
        open().on(after)
                .when(submit(false))
                .thenRefused(new EOIWindowClosed(ROUND, OPENED_ON, LAST_DAY));
        open().on(after).when(submit(true)).thenAccepted(submitted(true, after));
        open().on(OPENED_ON.minusDays(1))
                .when(submit(true))
                .thenRefused(new EOIWindowClosed(ROUND, OPENED_ON, LAST_DAY));
    }

    @Test
    void interest_is_expressed_in_a_round_that_is_there() {
        asKingston()
                .given(established(KINGSTON), established(MERTON))
                .on(LAST_DAY)
                .when(submit(null))
                .thenNotFound();
        open().when(
                        new SubmitExpressionOfInterest(
                                TOGETHER,
                                new RoundName("2016-17"),
                                List.of(KINGSTON),
                                List.of(JOINT),
                                STATEMENT,
                                null))
                .thenNotFound();
    }

    @Test
    void groups_that_express_interest_are_operational() {
        asKingston()
                .given(established(KINGSTON), OPENED)
                .when(submit(null))
                .thenRefused(new CCGNotOperational(MERTON, OPENED_ON));
    }

    @Test
    void a_group_sends_an_expression_of_its_own() {
        BodyRef other = new BodyRef("CCG/07G");
        open().by(Role.CCG_ACCOUNTABLE_OFFICER, other)
                .when(submit(null))
                .thenRefused(new ActorNotOfThisBody(other));
    }

    @Test
    void an_id_stands_for_one_expression() {
        asKingston().given(interested()).when(submit(null)).thenUnchanged();
        asKingston()
                .given(interested())
                .when(submit(List.of(KINGSTON), List.of(JOINT), null))
                .thenRefused(new CodeInUse(TOGETHER));
    }

    @Test
    void an_area_team_reads_an_expression_as_what_it_asks_for() {
        Specification interested = expression().given(interested()).on(LATER);
        interested
                .when(new CategoriseExpression(TOGETHER, List.of(JOINT)))
                .thenAccepted(
                        new ExpressionCategorised(
                                TOGETHER, List.of(KINGSTON, MERTON), List.of(JOINT), LATER));
        interested
                .when(new CategoriseExpression(TOGETHER, List.of(DELEGATED, JOINT)))
                .thenAccepted(ExpressionCategorised.class);
        interested
                .when(new CategoriseExpression(TOGETHER, List.of()))
                .thenRefused(new EOIEmpty("levels"));
        interested
                .given(
                        new ExpressionCategorised(
                                TOGETHER, List.of(KINGSTON, MERTON), List.of(JOINT), LATER))
                .when(new CategoriseExpression(TOGETHER, List.of(JOINT)))
                .thenUnchanged();
        expression()
                .given(OPENED)
                .when(new CategoriseExpression(TOGETHER, List.of(JOINT)))
                .thenNotFound();
    }

    @Tag("P3")
    @Test
    void readiness_is_said_of_one_group_at_one_level_and_may_change() {
        Specification interested = expression().given(interested()).on(LATER);
        ReadinessAssessed soon =
                new ReadinessAssessed(
                        TOGETHER, MERTON, DELEGATED, Readiness.READY_SOON, LATER, LATER);
        interested
                .when(readiness(MERTON, DELEGATED, Readiness.READY_SOON, LATER))
                .thenAccepted(soon);
        interested
                .when(readiness(new CcgCode("07G"), JOINT, Readiness.READY_NOW, LATER))
                .thenNotFound();
        interested
                .when(readiness(MERTON, GREATER_INVOLVEMENT, Readiness.READY_NOW, LATER))
                .thenNotFound();
        interested
                .given(soon)
                .when(readiness(MERTON, DELEGATED, Readiness.READY_SOON, LATER))
                .thenUnchanged();
        interested
                .when(readiness(MERTON, JOINT, Readiness.READY_SOON, LATER))
                .thenAccepted(ReadinessAssessed.class);
        interested
                .when(readiness(MERTON, DELEGATED, Readiness.NOT_ASSESSED, LATER))
                .thenAccepted(ReadinessAssessed.class);
        interested
                .when(readiness(MERTON, DELEGATED, Readiness.READY_SOON, LATER.plusDays(1)))
                .thenAccepted(ReadinessAssessed.class);
    }

    private static AssessReadiness readiness(
            CcgCode ccg, CoCommissioningLevel level, Readiness readiness, LocalDate asAt) {
        return new AssessReadiness(TOGETHER, ccg, level, readiness, asAt);
    }

    @Test
    void cover_for_conflicts_is_tested_group_by_group() {
        Specification interested = expression().given(interested()).on(LATER);
        ConflictsCoverTested satisfied = tested(ConflictsCover.SATISFIED, LATER);
        interested.when(test(KINGSTON, ConflictsCover.SATISFIED)).thenAccepted(satisfied);
        interested.when(test(new CcgCode("07G"), ConflictsCover.SATISFIED)).thenNotFound();
        interested.given(satisfied).when(test(KINGSTON, ConflictsCover.SATISFIED)).thenUnchanged();
        interested
                .when(test(KINGSTON, ConflictsCover.NOT_SATISFIED))
                .thenAccepted(tested(ConflictsCover.NOT_SATISFIED, LATER));
    }

    private static TestConflictsCover test(CcgCode ccg, ConflictsCover result) {
        return new TestConflictsCover(TOGETHER, ccg, result, "Register and policy");
    }

    @Test
    void a_group_withdraws_itself_and_the_one_that_submitted_it_the_whole() {
        Specification interested = asKingston().given(interested()).on(LATER);
        interested
                .when(new WithdrawExpression(TOGETHER, null))
                .thenAccepted(new ExpressionWithdrawn(TOGETHER, List.of(KINGSTON, MERTON), LATER));
        interested
                .when(new WithdrawExpression(TOGETHER, KINGSTON))
                .thenAccepted(new ExpressionWithdrawn(TOGETHER, List.of(KINGSTON), LATER));
        interested
                .when(new WithdrawExpression(TOGETHER, MERTON))
                .thenRefused(new ActorNotOfThisBody(body(KINGSTON)));
        interested.by(Role.CCG_ACCOUNTABLE_OFFICER, body(MERTON));
        interested
                .when(new WithdrawExpression(TOGETHER, null))
                .thenRefused(new ActorNotOfThisBody(body(MERTON)));
        interested
                .when(new WithdrawExpression(TOGETHER, MERTON))
                .thenAccepted(new ExpressionWithdrawn(TOGETHER, List.of(MERTON), LATER));
    }

    @Test
    void what_has_been_withdrawn_is_not_there_any_more() {
        ExpressionWithdrawn all =
                new ExpressionWithdrawn(TOGETHER, List.of(KINGSTON, MERTON), LATER);
        asKingston()
                .given(interested())
                .given(all)
                .when(new WithdrawExpression(TOGETHER, null))
                .thenUnchanged();
        expression()
                .given(interested())
                .given(all)
                .when(test(KINGSTON, ConflictsCover.SATISFIED))
                .thenNotFound();
        expression()
                .given(interested())
                .given(new ExpressionWithdrawn(TOGETHER, List.of(MERTON), LATER))
                .when(test(MERTON, ConflictsCover.SATISFIED))
                .thenNotFound();
        asKingston()
                .when(new WithdrawExpression(new ExpressionId("never-there"), null))
                .thenNotFound();
        BodyRef thurrock = new BodyRef("CCG/07G");
        expression()
                .given(interested())
                .by(Role.CCG_ACCOUNTABLE_OFFICER, thurrock)
                .when(new WithdrawExpression(TOGETHER, new CcgCode("07G")))
                .thenNotFound();
    }
}
