package org.ccgledger.command.directions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.IssuedDirection;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.directions.DirectionCommand.AssignFunctionExercise;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.command.directions.Directions.Authorised;
import org.ccgledger.command.directions.Directions.Candidate;
import org.ccgledger.command.directions.Directions.Willingness;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.directions.DirectionEvent.FunctionExerciseAssigned;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.LegalPower;

/// Who exercises a function in the place of the group from which it was taken, SI 2012/1631 reg
/// 8(8) and NHS Act 2006 s.14Z21.
final class Assignments {

    private Assignments() {}

    static Decision assign(AssignFunctionExercise command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        Optional<IssuedDirection> direction =
                Issues.inForce(command.direction(), state, context.effectiveOn());
        if (direction.filter(d -> isSo(command, d, context.effectiveOn())).isPresent()) {
            return unchanged();
        }
        if (context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        return unconsidered(command, state)
                .or(() -> ineligible(command, context))
                .or(() -> unassignable(command, state, context.effectiveOn()))
                .or(() -> notEnabled(command, state, context))
                .or(() ->
                        direction.isEmpty()
                                ? Optional.of(new DirectionNotInForce(command.direction()))
                                : Optional.empty())
                .or(() ->
                        Optional.ofNullable(command.until())
                                .filter(context.effectiveOn()::isAfter)
                                .map(InvalidPeriod::new))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new FunctionExerciseAssigned(
                                        command.ccg(),
                                        command.direction(),
                                        command.function(),
                                        command.exerciser(),
                                        command.until(),
                                        context.effectiveOn())));
    }

    /// What is taken and not assigned the Board exercises already.
    private static boolean isSo(
            AssignFunctionExercise command, IssuedDirection direction, LocalDate on) {
        FunctionCode function = command.function();
        return direction
                .assignment(function, on)
                .map(now ->
                        now.exerciser().equals(command.exerciser())
                                && Objects.equals(now.until(), command.until()))
                .orElseGet(() ->
                        direction.taken(on).contains(function)
                                && command.exerciser().equals(BodyRef.BOARD));
    }

    /// D4: under regulation 8 the three factors are on record for another group before it is
    /// chosen.
    @Upholds(
            id = "K6",
            title =
                    "A group that exercises another's function is able, and has said itself that it is willing")
    private static Optional<DirectionRefusal> unconsidered(
            AssignFunctionExercise command, Authorised state) {
        if (power(command, state) != LegalPower.REG8 || !command.exerciser().isCcg()) {
            return Optional.empty();
        }
        CcgCode other = new CcgCode(command.exerciser().code());
        Candidate candidate = new Candidate(command.direction(), command.function(), other);
        Set<String> missing = new LinkedHashSet<>();
        if (!state.considered().containsKey(candidate)) {
            missing.add("whether exercise by the Board is most effective");
            missing.add("capability and capacity");
        }
        Willingness willingness = state.willing().get(candidate);
        if (willingness == null || !willingness.willing()) {
            missing.add("willingness");
        }
        return other.equals(command.ccg()) || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reg8_9FactorsNotConsidered(other, missing));
    }

    /// D5: as at the day from which the other is to exercise the function.
    private static Optional<DirectionRefusal> ineligible(
            AssignFunctionExercise command, Context context) {
        BodyRef exerciser = command.exerciser();
        if (exerciser.equals(BodyRef.BOARD)) {
            return Optional.empty();
        }
        if (!exerciser.isCcg()) {
            return Optional.of(
                    new AssigneeIneligible(exerciser, "it is neither the Board nor a group"));
        }
        CcgCode other = new CcgCode(exerciser.code());
        if (other.equals(command.ccg())) {
            return Optional.of(new AssigneeIneligible(exerciser, "it is the group directed"));
        }
        if (!Operation.isOperational(other, context.effectiveOn(), context.reads())) {
            return Optional.of(new AssigneeIneligible(exerciser, "it is not operational"));
        }
        return switch (Functions.exerciser(
                other, command.function(), context.effectiveOn(), context.reads())) {
            case Functions.Exerciser.Itself() -> Optional.empty();
            case Functions.Exerciser.Taken _ ->
                    Optional.of(
                            new AssigneeIneligible(
                                    exerciser,
                                    "it is itself directed not to exercise the function"));
        };
    }

    /// D6: what this direction takes, and nobody else exercises by an assignment that holds. A
    /// direction that is not in force is judged by its terms here and refused afterwards.
    private static Optional<DirectionRefusal> unassignable(
            AssignFunctionExercise command, Authorised state, LocalDate on) {
        FunctionCode function = command.function();
        Optional<DirectionRefusal> held =
                state.issued()
                        .inForce(on)
                        .filter(d -> d.assignment(function, on).isPresent())
                        .findFirst()
                        .map(d -> new FunctionAlreadyAssigned(function, d.terms().direction()));
        if (held.isPresent()) {
            return held;
        }
        boolean takes =
                state.issued()
                        .find(command.direction())
                        .map(d ->
                                d.isInForce(on)
                                        ? d.taken(on).contains(function)
                                        : d.terms().kind() == DirectionKind.NOT_TO_EXERCISE
                                                && d.terms().functions().contains(function))
                        .orElseGet(() -> isDraftedToTake(command, state));
        return takes
                ? Optional.empty()
                : Optional.of(new FunctionUnassigned(function, command.direction()));
    }

    private static boolean isDraftedToTake(AssignFunctionExercise command, Authorised state) {
        return Optional.ofNullable(state.drafts().get(command.direction()))
                .filter(draft -> draft.kind() == DirectionKind.NOT_TO_EXERCISE)
                .filter(draft -> draft.functions().contains(command.function()))
                .isPresent();
    }

    /// D8: the other group is directed to exercise what this direction takes.
    private static Optional<DirectionRefusal> notEnabled(
            AssignFunctionExercise command, Authorised state, Context context) {
        if (power(command, state) != LegalPower.S14Z21 || !command.exerciser().isCcg()) {
            return Optional.empty();
        }
        CcgCode other = new CcgCode(command.exerciser().code());
        return IssuedDirections.asAt(other, context.effectiveOn(), context.reads())
                        .inForce(context.effectiveOn())
                        .filter(d -> d.terms().kind() == DirectionKind.ENABLING)
                        .anyMatch(d -> command.direction().equals(d.enables()))
                ? Optional.empty()
                : Optional.of(new EnablingDirectionMissing(other, command.direction()));
    }

    private static LegalPower power(AssignFunctionExercise command, Authorised state) {
        return state.issued()
                .find(command.direction())
                .map(d -> d.terms().power())
                .orElseGet(() ->
                        Objects.requireNonNull(state.drafts().get(command.direction())).power());
    }
}
