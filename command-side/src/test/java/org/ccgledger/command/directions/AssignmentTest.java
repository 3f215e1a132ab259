package org.ccgledger.command.directions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.authorisation.Applications.with;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.events.directions.DirectionKind.*;
import static org.ccgledger.events.directions.LegalPower.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.DirectionCommand.AssignFunctionExercise;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final BodyRef OTHER = BodyRef.ccg(NEIGHBOUR);
    private static final DirectionId THEIRS = new DirectionId("99F-D1");
    private static final String EFFECTIVENESS = "whether exercise by the Board is most effective";
    private static final String CAPABILITY = "capability and capacity";

    private static Specification committee() {
        return Specification.of(DirectionDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(GO_LIVE);
    }

    private static AssignFunctionExercise assign(BodyRef exerciser, @Nullable LocalDate until) {
        return new AssignFunctionExercise(THURROCK, D1, ACUTE, exerciser, until);
    }

    private static AssignFunctionExercise assign(BodyRef exerciser) {
        return assign(exerciser, null);
    }

    private static DirectionIssued toNeighbour(
            DirectionTerms terms, @Nullable DirectionId enables) {
        return new DirectionIssued(NEIGHBOUR, terms, enables, GO_LIVE);
    }

    private static DirectionTerms enabling(Period period) {
        return new DirectionTerms(THEIRS, S14Z21, ENABLING, List.of(ACUTE), period, DOCUMENT);
    }

    private static Specification underSection14Z21() {
        return committee()
                .given(
                        granted(terms(D1, S14Z21, Period.from(GO_LIVE), ACUTE)),
                        established(NEIGHBOUR));
    }

    @Test
    void a_function_goes_to_a_willing_neighbour_after_the_three_factors_were_considered() {
        committee().given(eligible()).when(assign(OTHER)).thenAccepted(assigned(GO_LIVE));
    }

    @Tag("K6")
    @Test
    void without_the_three_factors_a_neighbour_does_not_exercise_a_function() {
        Specification without = committee().given(directed(), established(NEIGHBOUR));
        without.when(assign(OTHER))
                .thenRefused(
                        new Reg8_9FactorsNotConsidered(
                                NEIGHBOUR, Set.of(EFFECTIVENESS, CAPABILITY, "willingness")));
        without.given(considered())
                .when(assign(OTHER))
                .thenRefused(new Reg8_9FactorsNotConsidered(NEIGHBOUR, Set.of("willingness")));
        without.given(willing(true), willing(false))
                .when(assign(OTHER))
                .thenRefused(new Reg8_9FactorsNotConsidered(NEIGHBOUR, Set.of("willingness")));
        without.given(willing(true)).when(assign(OTHER)).thenAccepted(assigned(GO_LIVE));
        assertThat(new Reg8_9FactorsNotConsidered(NEIGHBOUR, Set.of()).code())
                .isEqualTo("REG8_9_FACTORS_NOT_CONSIDERED");
    }

    @Test
    void factors_considered_for_another_function_do_not_count() {
        FunctionCode another = PLANNING;
        committee()
                .given(
                        granted(terms(D1, REG8, Period.from(GO_LIVE), ACUTE, another)),
                        established(NEIGHBOUR),
                        willing(true),
                        considered())
                .when(new AssignFunctionExercise(THURROCK, D1, another, OTHER, null))
                .thenRefused(
                        new Reg8_9FactorsNotConsidered(
                                NEIGHBOUR, Set.of(EFFECTIVENESS, CAPABILITY, "willingness")));
    }

    @Test
    void the_directed_group_itself_and_bodies_of_other_kinds_are_not_eligible() {
        BodyRef itself = BodyRef.ccg(THURROCK);
        BodyRef csu = new BodyRef("CSU/0AR");
        Specification given = committee().given(eligible());
        given.when(assign(itself))
                .thenRefused(new AssigneeIneligible(itself, "it is the group directed"));
        given.when(assign(csu))
                .thenRefused(new AssigneeIneligible(csu, "it is neither the Board nor a group"));
    }

    @Test
    void the_exerciser_is_operational_on_the_day() {
        AssigneeIneligible refusal = new AssigneeIneligible(OTHER, "it is not operational");
        committee()
                .given(directed(), willing(true), considered())
                .when(assign(OTHER))
                .thenRefused(refusal);
        committee()
                .given(granted(terms(D1, REG8, Period.from(DECIDED_ON), ACUTE)))
                .given(established(NEIGHBOUR), willing(true), considered())
                .on(GO_LIVE.minusDays(1))
                .when(assign(OTHER))
                .thenRefused(refusal);
    }

    @Test
    void the_exerciser_is_not_itself_directed_not_to_exercise_the_function() {
        AssigneeIneligible refusal =
                new AssigneeIneligible(OTHER, "it is itself directed not to exercise the function");
        Specification same =
                committee()
                        .given(eligible())
                        .given(toNeighbour(terms(THEIRS, REG8, Period.from(GO_LIVE), ACUTE), null));
        same.when(assign(OTHER)).thenRefused(refusal);
        same.given(new DirectionRevoked(NEIGHBOUR, THEIRS, HANDOVER, GO_LIVE.plusDays(1)))
                .when(assign(OTHER))
                .thenRefused(refusal);
        same.on(GO_LIVE.plusDays(1))
                .when(assign(OTHER))
                .thenAccepted(assigned(GO_LIVE.plusDays(1)));
        committee()
                .given(eligible())
                .given(toNeighbour(terms(THEIRS, REG8, Period.from(GO_LIVE), PLANNING), null))
                .when(assign(OTHER))
                .thenAccepted(assigned(GO_LIVE));
    }

    @Tag("K4")
    @Test
    void one_body_exercises_a_function_at_a_time() {
        CcgCode third = new CcgCode("99G");
        FunctionAlreadyAssigned refusal = new FunctionAlreadyAssigned(ACUTE, D1);
        Specification assigned =
                committee()
                        .given(exercisedByNeighbour())
                        .given(
                                established(third),
                                new CCGWillingnessRecorded(
                                        THURROCK, D1, ACUTE, third, true, "Staff", GO_LIVE),
                                new ExerciserConsidered(
                                        THURROCK, D1, ACUTE, third, false, "Capacity", GO_LIVE));
        assigned.when(assign(BodyRef.ccg(third))).thenRefused(refusal);
        assigned.when(assign(BodyRef.BOARD)).thenRefused(refusal);
        assigned.when(assign(OTHER, GO_LIVE.plusYears(1))).thenRefused(refusal);
        assigned.when(assign(OTHER)).thenUnchanged();
    }

    @Test
    void an_assignment_ends_with_its_last_day_and_then_the_board_exercises() {
        LocalDate last = GO_LIVE.plusMonths(1);
        Specification untilMay =
                committee()
                        .given(
                                with(
                                        eligible(),
                                        new FunctionExerciseAssigned(
                                                THURROCK, D1, ACUTE, OTHER, last, GO_LIVE)));
        untilMay.on(last).when(assign(OTHER)).thenRefused(new FunctionAlreadyAssigned(ACUTE, D1));
        untilMay.on(last.plusDays(1)).when(assign(BodyRef.BOARD)).thenUnchanged();
        untilMay.when(assign(OTHER)).thenAccepted(assigned(last.plusDays(1)));
    }

    @Test
    void a_function_that_returned_and_is_taken_again_is_the_boards_to_exercise() {
        committee()
                .given(exercisedByNeighbour())
                .given(
                        new DirectionVaried(
                                THURROCK,
                                D1,
                                List.of(PLANNING),
                                Period.from(GO_LIVE),
                                null,
                                GO_LIVE),
                        new FunctionReturned(THURROCK, D1, ACUTE, GO_LIVE),
                        new DirectionVaried(
                                THURROCK, D1, List.of(ACUTE), Period.from(GO_LIVE), null, GO_LIVE))
                .when(assign(BodyRef.BOARD))
                .thenUnchanged();
    }

    @Tag("K4")
    @Test
    void what_is_taken_the_board_exercises_without_being_told() {
        committee().given(directed()).when(assign(BodyRef.BOARD)).thenUnchanged();
    }

    @Test
    void only_what_the_direction_takes_on_that_day_is_assigned() {
        Specification given = committee().given(directed());
        given.when(new AssignFunctionExercise(THURROCK, D1, PLANNING, BodyRef.BOARD, null))
                .thenRefused(new FunctionUnassigned(PLANNING, D1));
        given.on(GO_LIVE.minusDays(1))
                .when(assign(BodyRef.BOARD))
                .thenRefused(new FunctionUnassigned(ACUTE, D1));
        committee()
                .given(granted())
                .given(drafted(D1, S14Z21, MANNER_OF_EXERCISE, ACUTE))
                .when(assign(BodyRef.BOARD))
                .thenRefused(new FunctionUnassigned(ACUTE, D1));
    }

    @Test
    void under_section_14Z21_the_other_group_is_directed_too() {
        EnablingDirectionMissing refusal = new EnablingDirectionMissing(NEIGHBOUR, D1);
        underSection14Z21().when(assign(OTHER)).thenRefused(refusal);
        underSection14Z21()
                .given(toNeighbour(enabling(Period.from(GO_LIVE)), D2))
                .when(assign(OTHER))
                .thenRefused(refusal);
        underSection14Z21()
                .given(toNeighbour(enabling(new Period(GO_LIVE, GO_LIVE)), D1))
                .on(GO_LIVE.plusDays(1))
                .when(assign(OTHER))
                .thenRefused(refusal);
        underSection14Z21()
                .given(toNeighbour(enabling(Period.from(GO_LIVE)), D1))
                .when(assign(OTHER))
                .thenAccepted(assigned(GO_LIVE));
    }

    @Test
    void only_a_direction_in_force_is_carried_out() {
        DirectionNotInForce refusal = new DirectionNotInForce(D1);
        committee()
                .given(granted())
                .given(drafted(D1, S14Z21, NOT_TO_EXERCISE, ACUTE))
                .when(assign(BodyRef.BOARD))
                .thenRefused(refusal);
        committee()
                .given(eligible())
                .given(new DirectionRevoked(THURROCK, D1, HANDOVER, GO_LIVE))
                .when(assign(OTHER))
                .thenRefused(refusal);
    }

    @Test
    void an_assignment_does_not_end_before_it_begins() {
        LocalDate before = GO_LIVE.minusDays(1);
        Specification given = committee().given(eligible());
        given.when(assign(OTHER, before)).thenRefused(new InvalidPeriod(before));
        given.when(assign(OTHER, GO_LIVE)).thenAccepted(FunctionExerciseAssigned.class);
    }
}
