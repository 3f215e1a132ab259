package org.ccgledger.command.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.BOARD;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.MODERATED_ON;
import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.RECOMMENDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.authorisation.Applications.assessed;
import static org.ccgledger.command.authorisation.Applications.authorised;
import static org.ccgledger.command.authorisation.Applications.condition;
import static org.ccgledger.command.authorisation.Applications.inWave;
import static org.ccgledger.command.authorisation.Applications.moderated;
import static org.ccgledger.command.authorisation.Applications.recommended;
import static org.ccgledger.command.authorisation.Applications.submitted;
import static org.ccgledger.events.authorisation.AssessmentResult.MET;
import static org.ccgledger.events.authorisation.AssessmentResult.NOT_MET;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.authorisation.AuthorisationCommand.AuthoriseCCG;
import org.ccgledger.command.authorisation.AuthorisationCommand.DirectionAtGrant;
import org.ccgledger.command.authorisation.AuthorisationCommand.RefuseAuthorisation;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadyDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CommentWindowOpen;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionMissingForCriterion;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionNotLinked;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CriteriaNotAllAssessed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.DirectionRequiredForLevel;
import org.ccgledger.command.authorisation.AuthorisationRefusal.FunctionAlreadyAssigned;
import org.ccgledger.command.authorisation.AuthorisationRefusal.FunctionsRequired;
import org.ccgledger.command.authorisation.AuthorisationRefusal.NoUnmetMatter;
import org.ccgledger.command.authorisation.AuthorisationRefusal.NotAuthorisingBody;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ReasonsRequired;
import org.ccgledger.command.authorisation.AuthorisationRefusal.UnmetCriteriaRequireConditions;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.junit.jupiter.api.Test;

class AuthorisationTest {

    private static Specification committee() {
        return Specification.of(AuthorisationDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(DECIDED_ON);
    }

    private static AuthoriseCCG unconditionally() {
        return new AuthoriseCCG(THURROCK, AuthorisationOutcome.AUTHORISED, List.of(), List.of());
    }

    private static AuthoriseCCG withCondition(RecommendedCondition... conditions) {
        return new AuthoriseCCG(
                THURROCK,
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS,
                List.of(conditions),
                List.of());
    }

    private static AuthoriseCCG withDirection(
            DirectionAtGrant direction, RecommendedCondition... conditions) {
        return new AuthoriseCCG(
                THURROCK,
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                List.of(conditions),
                List.of(direction));
    }

    private static AuthoriseCCG withDirections(DirectionAtGrant... directions) {
        return new AuthoriseCCG(
                THURROCK,
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                List.of(condition(PLAN, SupportLevel.VI)),
                List.of(directions));
    }

    private static DirectionAtGrant notToExercise(FunctionCode... functions) {
        return notToExercise(Period.from(LocalDate.of(2013, 4, 1)), functions);
    }

    private static DirectionAtGrant notToExercise(Period period, FunctionCode... functions) {
        return new DirectionAtGrant(
                DirectionKind.NOT_TO_EXERCISE,
                List.of(functions),
                period,
                DocRef.titled("Direction"));
    }

    @Test
    void a_group_that_meets_every_criterion_is_authorised_without_conditions() {
        committee()
                .given(moderated(MET, MET))
                .when(unconditionally())
                .thenAccepted(authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of()));
    }

    @Test
    void a_group_with_an_unmet_criterion_is_authorised_with_the_condition_that_was_recommended() {
        committee()
                .given(recommended())
                .when(withCondition(condition(PLAN, SupportLevel.II)))
                .thenAccepted(
                        authorised(
                                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS,
                                List.of(
                                        new ConditionTerms(
                                                new ConditionId("07G-C1"),
                                                PLAN,
                                                false,
                                                "Meet it",
                                                SupportLevel.II)),
                                List.of()));
    }

    @Test
    void a_direction_is_issued_in_the_decision_and_numbered_within_the_group() {
        FunctionCode planning = new FunctionCode("planning");
        committee()
                .given(recommended())
                .when(withDirection(notToExercise(planning), condition(PLAN, SupportLevel.VI)))
                .thenAccepted(
                        authorised(
                                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                                List.of(
                                        new ConditionTerms(
                                                new ConditionId("07G-C1"),
                                                PLAN,
                                                false,
                                                "Meet it",
                                                SupportLevel.VI)),
                                List.of(
                                        new DirectionTerms(
                                                new DirectionId("07G-D1"),
                                                LegalPower.REG8,
                                                DirectionKind.NOT_TO_EXERCISE,
                                                List.of(planning),
                                                Period.from(LocalDate.of(2013, 4, 1)),
                                                DocRef.titled("Direction")))));
    }

    @Test
    void nothing_is_decided_before_every_criterion_is_assessed_and_moderated() {
        committee()
                .given(inWave())
                .when(unconditionally())
                .thenRefused(new CriteriaNotAllAssessed(Set.of()));
        committee()
                .given(submitted())
                .when(unconditionally())
                .thenRefused(new CriteriaNotAllAssessed(Set.of()));
    }

    @Test
    void an_unmet_criterion_requires_conditions() {
        committee()
                .given(recommended())
                .when(unconditionally())
                .thenRefused(new UnmetCriteriaRequireConditions(Set.of(PLAN)));
        committee()
                .given(submitted())
                .given(assessed(PLAN, NOT_MET))
                .when(unconditionally())
                .thenRefused(new UnmetCriteriaRequireConditions(Set.of(PLAN)));
    }

    @Test
    void every_unmet_criterion_has_a_condition() {
        committee()
                .given(recommended())
                .when(
                        withCondition(
                                new RecommendedCondition(
                                        null, true, "Something else", SupportLevel.I)))
                .thenRefused(new ConditionMissingForCriterion(Set.of(PLAN)));
    }

    @Test
    void a_condition_names_an_unmet_criterion_or_is_bespoke() {
        committee()
                .given(recommended())
                .when(
                        withCondition(
                                condition(PLAN, SupportLevel.I), condition(BOARD, SupportLevel.I)))
                .thenRefused(new ConditionNotLinked("Meet it"));
        committee()
                .given(recommended())
                .when(
                        withCondition(
                                condition(PLAN, SupportLevel.I),
                                new RecommendedCondition(
                                        null, true, "Something else", SupportLevel.I)))
                .thenAccepted(CCGAuthorised.class);
    }

    @Test
    void the_group_has_its_days_to_comment() {
        committee()
                .given(recommended())
                .on(RECOMMENDED_ON.plusDays(13))
                .when(withCondition(condition(PLAN, SupportLevel.II)))
                .thenRefused(new CommentWindowOpen(RECOMMENDED_ON.plusDays(14)));
        committee()
                .given(recommended())
                .on(RECOMMENDED_ON.plusDays(14))
                .when(withCondition(condition(PLAN, SupportLevel.II)))
                .thenAccepted(CCGAuthorised.class);
    }

    @Test
    void what_was_never_recommended_is_still_open_to_comment() {
        committee()
                .given(moderated(NOT_MET, MET))
                .when(withCondition(condition(PLAN, SupportLevel.II)))
                .thenRefused(new CommentWindowOpen(DECIDED_ON.plusDays(14)));
        committee()
                .given(moderated(MET, MET))
                .when(
                        withCondition(
                                new RecommendedCondition(
                                        null, true, "Balance the books", SupportLevel.II)))
                .thenRefused(new CommentWindowOpen(DECIDED_ON.plusDays(14)));
    }

    @Test
    void a_grant_has_the_conditions_and_directions_that_its_outcome_says() {
        RecommendedCondition condition = condition(PLAN, SupportLevel.VI);
        DirectionAtGrant direction = notToExercise(new FunctionCode("planning"));
        assertThat(unconditionally().fieldErrors()).isEmpty();
        assertThat(withCondition(condition).fieldErrors()).isEmpty();
        assertThat(withDirection(direction, condition).fieldErrors()).isEmpty();
        assertThat(withCondition().fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/conditions");
        assertThat(withDirection(direction).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/conditions");
        assertThat(withDirections().fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/directions");
        assertThat(
                        new AuthoriseCCG(
                                        THURROCK,
                                        AuthorisationOutcome.AUTHORISED,
                                        List.of(condition),
                                        List.of(direction))
                                .fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/conditions", "/directions");
    }

    @Test
    void a_reply_closes_the_window_early() {
        committee()
                .given(recommended())
                .given(
                        new org.ccgledger.events.authorisation.AuthorisationEvent
                                .RecommendationResponded(
                                THURROCK, "Agreed", RECOMMENDED_ON.plusDays(3)))
                .on(RECOMMENDED_ON.plusDays(4))
                .when(withCondition(condition(PLAN, SupportLevel.II)))
                .thenAccepted(CCGAuthorised.class);
    }

    @Test
    void the_decision_gives_its_reasons() {
        committee()
                .given(moderated(MET, MET))
                .withoutReasons()
                .when(unconditionally())
                .thenRefused(new ReasonsRequired());
        committee()
                .given(moderated(MET, MET))
                .withoutReasons()
                .when(new RefuseAuthorisation(THURROCK, BodyRef.BOARD))
                .thenRefused(new ReasonsRequired());
    }

    @Test
    void only_the_committee_decides() {
        NotAuthorisingBody refusal = new NotAuthorisingBody(BodyRef.ccg(THURROCK));
        committee()
                .given(moderated(MET, MET))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .when(unconditionally())
                .thenRefused(refusal);
        committee()
                .given(moderated(MET, MET))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .when(new RefuseAuthorisation(THURROCK, BodyRef.BOARD))
                .thenRefused(refusal);
    }

    @Test
    void an_application_is_decided_once() {
        CCGAuthorised decided = authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of());
        committee()
                .given(moderated(MET, MET))
                .given(decided)
                .when(unconditionally())
                .thenRefused(new AlreadyDecided(DECIDED_ON));
        committee()
                .given(moderated(MET, MET))
                .given(decided)
                .when(new RefuseAuthorisation(THURROCK, BodyRef.BOARD))
                .thenRefused(new AlreadyDecided(DECIDED_ON));
    }

    @Test
    void support_from_level_four_on_comes_with_a_direction() {
        committee()
                .given(recommended())
                .when(withCondition(condition(PLAN, SupportLevel.IV)))
                .thenRefused(new DirectionRequiredForLevel(SupportLevel.IV));
    }

    @Test
    void a_direction_answers_to_an_unmet_matter() {
        committee()
                .given(moderated(MET, MET))
                .when(withDirection(notToExercise(new FunctionCode("planning"))))
                .thenRefused(new NoUnmetMatter());
    }

    @Test
    void a_direction_not_to_exercise_names_the_functions() {
        committee()
                .given(recommended())
                .when(withDirection(notToExercise(), condition(PLAN, SupportLevel.VI)))
                .thenRefused(new FunctionsRequired());
    }

    @Test
    void one_direction_of_the_decision_takes_a_function_at_a_time() {
        FunctionCode planning = new FunctionCode("planning");
        FunctionCode acute = new FunctionCode("acute-commissioning");
        LocalDate last = LocalDate.of(2013, 6, 30);
        DirectionAtGrant tillJune =
                notToExercise(new Period(LocalDate.of(2013, 4, 1), last), planning);
        Specification committee = committee().given(recommended());

        committee
                .when(withDirections(notToExercise(acute, planning), notToExercise(planning)))
                .thenRefused(new FunctionAlreadyAssigned(planning, new DirectionId("07G-D1")));
        committee
                .when(
                        withDirections(
                                notToExercise(acute),
                                tillJune,
                                notToExercise(Period.from(last), planning)))
                .thenRefused(new FunctionAlreadyAssigned(planning, new DirectionId("07G-D2")));
        committee
                .when(
                        withDirections(
                                notToExercise(acute),
                                tillJune,
                                notToExercise(Period.from(last.plusDays(1)), planning)))
                .thenAccepted(CCGAuthorised.class);
        committee
                .when(
                        withDirections(
                                notToExercise(planning),
                                new DirectionAtGrant(
                                        DirectionKind.MANNER_OF_EXERCISE,
                                        List.of(planning),
                                        Period.from(DECIDED_ON),
                                        DocRef.titled("Direction"))))
                .thenAccepted(CCGAuthorised.class);
    }

    @Test
    void days_before_the_decision_do_not_count() {
        FunctionCode planning = new FunctionCode("planning");
        committee()
                .given(recommended())
                .when(
                        withDirections(
                                notToExercise(
                                        new Period(
                                                DECIDED_ON.minusDays(9), DECIDED_ON.minusDays(1)),
                                        planning),
                                notToExercise(Period.from(DECIDED_ON.minusDays(5)), planning)))
                .thenAccepted(CCGAuthorised.class);
    }

    @Test
    void a_refusal_says_who_commissions_meanwhile() {
        committee()
                .given(moderated(NOT_MET, NOT_MET))
                .when(new RefuseAuthorisation(THURROCK, BodyRef.BOARD))
                .thenAccepted(new AuthorisationRefused(THURROCK, BodyRef.BOARD, DECIDED_ON));
    }

    @Test
    void what_was_not_applied_for_cannot_be_decided() {
        committee().when(unconditionally()).thenNotFound();
        committee().when(new RefuseAuthorisation(THURROCK, BodyRef.BOARD)).thenNotFound();
    }

    @Test
    void a_decision_is_not_dated_before_the_last_one_and_cites_its_authority() {
        committee()
                .given(moderated(MET, MET))
                .on(MODERATED_ON.minusDays(1))
                .when(unconditionally())
                .thenRefused(new CommonRefusal.BackdatedBeyondLimit(MODERATED_ON));
        committee()
                .given(moderated(MET, MET))
                .withoutAuthority()
                .when(unconditionally())
                .thenRefused(new CommonRefusal.AuthorityNotCited());
    }
}
