package org.ccgledger.command.directions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.boundaries.OpenConditions;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.command.directions.Directions.Authorised;
import org.ccgledger.command.directions.Directions.Candidate;
import org.ccgledger.command.directions.Directions.Consideration;
import org.ccgledger.command.directions.Directions.Requirement;
import org.ccgledger.command.directions.Directions.Willingness;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.LegalPower;

/// What comes before a direction: information, the draft, consultation and the three factors of SI
/// 2012/1631 reg 8(9).
final class Preparations {

    private Preparations() {}

    static Decision require(
            RecordInformationRequirement command, Authorised state, Context context) {
        if (state.required().contains(new Requirement(command.items(), command.due()))) {
            return unchanged();
        }
        return context.hasReasons()
                ? accept(
                        new InformationRequired(
                                command.ccg(),
                                command.items(),
                                command.due(),
                                context.effectiveOn()))
                : refuse(new CommonRefusal.ReasonsRequired());
    }

    static Decision draft(DraftDirection command, Authorised state, Context context) {
        DirectionId enables = command.enables();
        if (enables != null && !exists(enables, context)) {
            return DirectionDecider.noDirection(enables);
        }
        List<FunctionCode> functions = command.distinctFunctions();
        if (state.drafts().values().stream()
                .filter(draft -> state.issued().find(draft.direction()).isEmpty())
                .anyMatch(draft -> isSame(draft, command))) {
            return unchanged();
        }
        LegalPower power = command.power();
        if (power == null || context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        if (isWithoutMatter(power, command.ccg(), context)) {
            return refuse(new NoUnmetMatter());
        }
        if (command.kind() == DirectionKind.NOT_TO_EXERCISE && functions.isEmpty()) {
            return refuse(new FunctionsRequired());
        }
        return invalid(command.period(), context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new DirectionDrafted(
                                        command.ccg(),
                                        state.next(command.ccg()),
                                        power,
                                        command.kind(),
                                        functions,
                                        command.period(),
                                        enables,
                                        context.effectiveOn())));
    }

    private static boolean isSame(DirectionDrafted draft, DraftDirection command) {
        return draft.power() == command.power()
                && draft.kind() == command.kind()
                && Set.copyOf(draft.functions()).equals(Set.copyOf(command.distinctFunctions()))
                && draft.period().equals(command.period())
                && Objects.equals(draft.enables(), command.enables());
    }

    /// Whether the group that a direction's number begins with has a direction of that number.
    private static boolean exists(DirectionId direction, Context context) {
        CcgCode ccg =
                new CcgCode(direction.value().substring(0, direction.value().lastIndexOf("-D")));
        return context
                .reads()
                .tagged(Tag.ccg(ccg), List.of(CCGAuthorised.class, DirectionDrafted.class))
                .stream()
                .anyMatch(event ->
                        event instanceof CCGAuthorised granted
                                ? IssuedDirections.NONE.evolve(granted).find(direction).isPresent()
                                : event instanceof DirectionDrafted drafted
                                        && drafted.direction().equals(direction));
    }

    /// D2: regulation 8 is about what was not met at the grant and is not met yet.
    static boolean isWithoutMatter(LegalPower power, CcgCode ccg, Context context) {
        return power == LegalPower.REG8
                && OpenConditions.of(ccg, context.effectiveOn(), context.reads()).isEmpty();
    }

    static Optional<DirectionRefusal> invalid(Period period, Context context) {
        return Optional.ofNullable(period.until())
                .filter(until ->
                        until.isBefore(period.from()) || until.isBefore(context.effectiveOn()))
                .map(InvalidPeriod::new);
    }

    static Decision consult(ConsultOnDirection command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        return state.consulted()
                        .getOrDefault(command.direction(), Set.of())
                        .containsAll(command.consultees())
                ? unchanged()
                : accept(
                        new DirectionConsultationOpened(
                                command.ccg(),
                                command.direction(),
                                command.consultees(),
                                context.effectiveOn()));
    }

    static Decision willingness(RecordWillingness command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        Willingness before =
                state.willing()
                        .get(
                                new Candidate(
                                        command.direction(), command.function(), command.other()));
        return new Willingness(command.willing(), command.capability()).equals(before)
                ? unchanged()
                : accept(
                        new CCGWillingnessRecorded(
                                command.ccg(),
                                command.direction(),
                                command.function(),
                                command.other(),
                                command.willing(),
                                command.capability(),
                                context.effectiveOn()));
    }

    static Decision consider(ConsiderExerciser command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        Consideration before =
                state.considered()
                        .get(
                                new Candidate(
                                        command.direction(), command.function(), command.other()));
        return new Consideration(command.boardMostEffective(), command.capability()).equals(before)
                ? unchanged()
                : accept(
                        new ExerciserConsidered(
                                command.ccg(),
                                command.direction(),
                                command.function(),
                                command.other(),
                                command.boardMostEffective(),
                                command.capability(),
                                context.effectiveOn()));
    }
}
