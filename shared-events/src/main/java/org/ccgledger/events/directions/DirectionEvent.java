package org.ccgledger.events.directions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to the directions of a group and to the functions that they take from it.
public sealed interface DirectionEvent extends CcgEvent {

    /// NHS Act 2006 s.14Z18.
    @EventName("ccg.directions.InformationRequired")
    record InformationRequired(
            CcgCode ccg, List<String> items, LocalDate due, LocalDate effectiveOn)
            implements DirectionEvent {}

    /// `enables` names the direction to another group that this one makes effective.
    @EventName("ccg.directions.DirectionDrafted")
    record DirectionDrafted(
            CcgCode ccg,
            DirectionId direction,
            LegalPower power,
            DirectionKind kind,
            List<FunctionCode> functions,
            Period period,
            @Nullable DirectionId enables,
            LocalDate effectiveOn)
            implements DirectionEvent {}

    @EventName("ccg.directions.DirectionConsultationOpened")
    record DirectionConsultationOpened(
            CcgCode ccg, DirectionId direction, List<BodyRef> consultees, LocalDate effectiveOn)
            implements DirectionEvent {}

    /// SI 2012/1631 reg 8(9): whether another group would exercise the function, in its own words.
    @EventName("ccg.directions.CCGWillingnessRecorded")
    record CCGWillingnessRecorded(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            CcgCode other,
            boolean willing,
            String capability,
            LocalDate effectiveOn)
            implements DirectionEvent {}

    /// SI 2012/1631 reg 8(9): the Board considered its own effectiveness and the other group's
    /// capability and capacity.
    @EventName("ccg.directions.ExerciserConsidered")
    record ExerciserConsidered(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            CcgCode other,
            boolean boardMostEffective,
            String capability,
            LocalDate effectiveOn)
            implements DirectionEvent {}

    @EventName("ccg.directions.DirectionIssued")
    record DirectionIssued(
            CcgCode ccg, DirectionTerms terms, @Nullable DirectionId enables, LocalDate effectiveOn)
            implements DirectionEvent {}

    /// From `effectiveOn` the exerciser exercises the function in the group's place.
    @EventName("ccg.directions.FunctionExerciseAssigned")
    record FunctionExerciseAssigned(
            CcgCode ccg,
            DirectionId direction,
            FunctionCode function,
            BodyRef exerciser,
            @Nullable LocalDate until,
            LocalDate effectiveOn)
            implements DirectionEvent {}

    @EventName("ccg.directions.DirectionVaried")
    record DirectionVaried(
            CcgCode ccg,
            DirectionId direction,
            List<FunctionCode> functions,
            Period period,
            @Nullable DocRef document,
            LocalDate effectiveOn)
            implements DirectionEvent {}

    @EventName("ccg.directions.DirectionRevoked")
    record DirectionRevoked(
            CcgCode ccg, DirectionId direction, DocRef handover, LocalDate effectiveOn)
            implements DirectionEvent {}

    /// The group exercises the function again.
    @EventName("ccg.directions.FunctionReturned")
    record FunctionReturned(
            CcgCode ccg, DirectionId direction, FunctionCode function, LocalDate effectiveOn)
            implements DirectionEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case InformationRequired e -> Set.of(Tag.ccg(e.ccg()));
            case DirectionDrafted e ->
                    Stream.concat(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.enables() == null
                                            ? Stream.of()
                                            : Stream.of(Tag.direction(e.enables())))
                            .collect(Collectors.toUnmodifiableSet());
            case DirectionConsultationOpened e -> Set.of(Tag.ccg(e.ccg()));
            case CCGWillingnessRecorded e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.body(BodyRef.ccg(e.other())));
            case ExerciserConsidered e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.body(BodyRef.ccg(e.other())));
            case DirectionIssued e ->
                    Stream.of(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.terms().functions().stream()
                                            .map(f -> Tag.function(e.ccg(), f)),
                                    e.enables() == null
                                            ? Stream.<Tag>of()
                                            : Stream.of(Tag.direction(e.enables())))
                            .flatMap(tags -> tags)
                            .collect(Collectors.toUnmodifiableSet());
            case FunctionExerciseAssigned e ->
                    Set.of(
                            Tag.ccg(e.ccg()),
                            Tag.function(e.ccg(), e.function()),
                            Tag.body(e.exerciser()));
            case DirectionVaried e ->
                    Stream.concat(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.functions().stream().map(f -> Tag.function(e.ccg(), f)))
                            .collect(Collectors.toUnmodifiableSet());
            case DirectionRevoked e -> Set.of(Tag.ccg(e.ccg()));
            case FunctionReturned e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.function(e.ccg(), e.function()));
        };
    }
}
