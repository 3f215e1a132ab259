package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.jspecify.annotations.Nullable;

/// A direction that was issued, with what has become of it.
///
/// It is in force from the day of issue, so that it can be varied or revoked before its period
/// begins; it takes functions within its period only.
///
/// @param enables the direction to another group that it makes effective
/// @param revokedOn the first day on which it is no longer in force
public record IssuedDirection(
        DirectionTerms terms,
        @Nullable DirectionId enables,
        LocalDate issuedOn,
        @Nullable LocalDate revokedOn,
        List<Assignment> assignments) {

    /// Who exercises a function that the direction takes, from the first to the last day.
    public record Assignment(
            FunctionCode function, BodyRef exerciser, LocalDate from, @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return new Period(from, until).contains(day);
        }
    }

    static IssuedDirection of(
            DirectionTerms terms, @Nullable DirectionId enables, LocalDate issuedOn) {
        return new IssuedDirection(terms, enables, issuedOn, null, List.of());
    }

    public boolean isInForce(LocalDate on) {
        LocalDate until = terms.period().until();
        return !on.isBefore(issuedOn)
                && (revokedOn == null || on.isBefore(revokedOn))
                && (until == null || !on.isAfter(until));
    }

    /// The first day on which it is no longer in force, as far as that is known.
    public Optional<LocalDate> endsOn() {
        return Stream.of(
                        Optional.ofNullable(revokedOn),
                        Optional.ofNullable(terms.period().until()).map(last -> last.plusDays(1)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Whether it answers to the group's own failings; one that enables it to act for another does
    /// not.
    boolean answersToFailings() {
        return terms.kind() != DirectionKind.ENABLING;
    }

    /// The functions that the group does not exercise on that day because of this direction.
    public Set<FunctionCode> taken(LocalDate on) {
        return terms.kind() == DirectionKind.NOT_TO_EXERCISE
                        && isInForce(on)
                        && terms.period().contains(on)
                ? terms.functions().stream().collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /// What was assigned of a function, if it holds on that day; the Board exercises what was not.
    public Optional<Assignment> assignment(FunctionCode function, LocalDate on) {
        return taken(on).contains(function)
                ? assignments.stream()
                        .filter(a -> a.function().equals(function) && a.holdsOn(on))
                        .findFirst()
                : Optional.empty();
    }

    /// As it is after a variation; without a new document the old one stands. What is assigned of a
    /// function stays so while the function is taken.
    public IssuedDirection varied(
            List<FunctionCode> functions, Period period, @Nullable DocRef document) {
        return new IssuedDirection(
                new DirectionTerms(
                        terms.direction(),
                        terms.power(),
                        terms.kind(),
                        functions,
                        period,
                        document == null ? terms.document() : document),
                enables,
                issuedOn,
                revokedOn,
                assignments);
    }

    IssuedDirection assigned(Assignment assignment) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.add(assignment);
        return new IssuedDirection(terms, enables, issuedOn, revokedOn, List.copyOf(all));
    }

    IssuedDirection returned(FunctionCode function) {
        return new IssuedDirection(
                terms,
                enables,
                issuedOn,
                revokedOn,
                assignments.stream().filter(a -> !a.function().equals(function)).toList());
    }

    IssuedDirection revoked(LocalDate on) {
        return new IssuedDirection(terms, enables, issuedOn, on, assignments);
    }
}
