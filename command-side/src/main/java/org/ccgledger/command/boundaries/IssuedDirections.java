package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.IssuedDirection.Assignment;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;

/// The directions issued to one group, at the grant and later. Immutable.
public record IssuedDirections(Map<DirectionId, IssuedDirection> byId) {

    public static final IssuedDirections NONE = new IssuedDirections(Map.of());

    private static final List<Class<? extends CcgEvent>> KINDS =
            List.of(
                    CCGAuthorised.class,
                    DirectionIssued.class,
                    DirectionVaried.class,
                    FunctionExerciseAssigned.class,
                    FunctionReturned.class,
                    DirectionRevoked.class);

    /// What of another boundary's directions had taken effect by that day.
    public static IssuedDirections asAt(CcgCode ccg, LocalDate on, Reads reads) {
        IssuedDirections directions = NONE;
        for (CcgEvent event : reads.tagged(Tag.ccg(ccg), KINDS)) {
            if (event.effectiveOn().isAfter(on)) {
                continue;
            }
            directions =
                    switch (event) {
                        case CCGAuthorised granted -> directions.evolve(granted);
                        case DirectionEvent direction -> directions.evolve(direction);
                        case CcgEvent other ->
                                throw new IllegalStateException("Not asked for: " + other);
                    };
        }
        return directions;
    }

    public IssuedDirections evolve(CCGAuthorised event) {
        IssuedDirections directions = this;
        for (var terms : event.directions()) {
            directions = directions.issued(terms, event.effectiveOn());
        }
        return directions;
    }

    /// These and another, in force from that day.
    public IssuedDirections issued(DirectionTerms terms, LocalDate on) {
        return with(IssuedDirection.of(terms, null, on));
    }

    public IssuedDirections evolve(DirectionEvent event) {
        return switch (event) {
            case DirectionIssued e ->
                    with(IssuedDirection.of(e.terms(), e.enables(), e.effectiveOn()));
            case DirectionVaried e ->
                    changed(e.direction(), d -> d.varied(e.functions(), e.period(), e.document()));
            case FunctionExerciseAssigned e ->
                    changed(
                            e.direction(),
                            d ->
                                    d.assigned(
                                            new Assignment(
                                                    e.function(),
                                                    e.exerciser(),
                                                    e.effectiveOn(),
                                                    e.until())));
            case FunctionReturned e -> changed(e.direction(), d -> d.returned(e.function()));
            case DirectionRevoked e -> changed(e.direction(), d -> d.revoked(e.effectiveOn()));
            case InformationRequired _,
                    DirectionDrafted _,
                    DirectionConsultationOpened _,
                    CCGWillingnessRecorded _,
                    ExerciserConsidered _ ->
                    this;
        };
    }

    public Optional<IssuedDirection> find(DirectionId direction) {
        return Optional.ofNullable(byId.get(direction));
    }

    public Stream<IssuedDirection> inForce(LocalDate on) {
        return byId.values().stream().filter(direction -> direction.isInForce(on));
    }

    /// Whether a direction answers to the group's own failings on that day.
    public boolean isDirected(LocalDate on) {
        return inForce(on).anyMatch(IssuedDirection::answersToFailings);
    }

    /// Whether a direction that answered to the group's own failings has ended after that day.
    public boolean wasDirectedAfter(LocalDate day) {
        return byId.values().stream()
                .filter(IssuedDirection::answersToFailings)
                .flatMap(direction -> direction.endsOn().stream())
                .anyMatch(day::isBefore);
    }

    /// The direction by which a function is taken from the group on that day.
    public Optional<IssuedDirection> taking(FunctionCode function, LocalDate on) {
        return byId.values().stream().filter(d -> d.taken(on).contains(function)).findFirst();
    }

    /// A function that a direction takes.
    public record Taking(FunctionCode function, DirectionId by) {}

    /// What another of these takes of the functions that a direction would take, on a day on which
    /// it would, from a given day on.
    public Optional<Taking> takenAlready(DirectionTerms terms, LocalDate on) {
        if (terms.kind() != DirectionKind.NOT_TO_EXERCISE) {
            return Optional.empty();
        }
        for (IssuedDirection other : byId.values()) {
            if (other.terms().direction().equals(terms.direction())) {
                continue;
            }
            Period both = overlap(terms.period(), other.terms().period(), on);
            for (FunctionCode function : terms.functions()) {
                if (both.contains(both.from()) && other.taken(both.from()).contains(function)) {
                    return Optional.of(new Taking(function, other.terms().direction()));
                }
            }
        }
        return Optional.empty();
    }

    /// The days from a given one on that two periods share; it contains its own first day unless
    /// there are none.
    private static Period overlap(Period one, Period other, LocalDate on) {
        LocalDate from =
                Stream.of(one.from(), other.from(), on).max(LocalDate::compareTo).orElseThrow();
        LocalDate until =
                Stream.of(Optional.ofNullable(one.until()), Optional.ofNullable(other.until()))
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo)
                        .orElse(null);
        return new Period(from, until);
    }

    private IssuedDirections changed(DirectionId direction, UnaryOperator<IssuedDirection> change) {
        return find(direction).map(change).map(this::with).orElse(this);
    }

    private IssuedDirections with(IssuedDirection direction) {
        Map<DirectionId, IssuedDirection> all = new LinkedHashMap<>(byId);
        all.put(direction.terms().direction(), direction);
        return new IssuedDirections(Collections.unmodifiableMap(all));
    }
}
