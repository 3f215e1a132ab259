package org.ccgledger.query.directions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Directions, which begin with the grant of an application or later, and the functions that they
/// take.
@Component
final class DirectionProjector implements Projector {

    static final String NAME = "directions";

    private static final List<String> DIRECTION = List.of("ccg", "direction");
    private static final List<String> FUNCTION = List.of("ccg", "direction", "function");
    private static final Timeline ISSUED =
            new Timeline("direction", DIRECTION, List.of("power", "kind", "enables", "issued_on"));
    private static final Timeline TERMS =
            new Timeline(
                    "direction_terms",
                    DIRECTION,
                    List.of("functions", "in_force_from", "in_force_until"));
    private static final Timeline DOCUMENT =
            new Timeline("direction_document", DIRECTION, List.of("document"));
    private static final Timeline TAKEN =
            new Timeline("function_taken", FUNCTION, List.of("until"));
    private static final Timeline ASSIGNMENT =
            new Timeline("function_assignment", FUNCTION, List.of("exerciser", "until"));

    private final QueryDatabase database;

    DirectionProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(CCGAuthorised.class, DirectionEvent.class, CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof DirectionEvent direction) {
            on(direction, at);
        } else if (event instanceof CCGAuthorised authorised) {
            authorised
                    .directions()
                    .forEach(terms ->
                            issue(authorised.effectiveOn(), at, authorised.ccg(), terms, null));
        } else if (event instanceof CessationEvent cessation) {
            lapse(cessation, at);
        }
    }

    /// Directions end with the group to which they were given, and what they took with them.
    private void lapse(CessationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        event.settlementsOf(MatterKind.DIRECTION)
                .forEach(line -> {
                    DirectionId direction = new DirectionId(line.matter());
                    ISSUED.endsOn(day, at, database, line.ccg(), direction);
                    takenBy(line.ccg(), direction, day)
                            .forEach(
                                    function -> giveBack(day, at, line.ccg(), direction, function));
                });
    }

    private void on(DirectionEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case DirectionIssued e -> issue(day, at, e.ccg(), e.terms(), e.enables());
            case DirectionVaried e -> vary(day, at, e);
            case DirectionRevoked e -> ISSUED.endsOn(day, at, database, e.ccg(), e.direction());
            case FunctionExerciseAssigned e ->
                    ASSIGNMENT.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.direction(),
                            e.function(),
                            e.exerciser(),
                            e.until());
            case FunctionReturned e -> giveBack(day, at, e.ccg(), e.direction(), e.function());
            case InformationRequired _,
                    DirectionDrafted _,
                    DirectionConsultationOpened _,
                    CCGWillingnessRecorded _,
                    ExerciserConsidered _ -> {}
        }
    }

    private void issue(
            LocalDate day,
            Recorded at,
            CcgCode ccg,
            DirectionTerms terms,
            @Nullable DirectionId enables) {
        DirectionId direction = terms.direction();
        LocalDate from = terms.period().from();
        LocalDate until = terms.period().until();
        ISSUED.from(day, at, database, ccg, direction, terms.power(), terms.kind(), enables, day);
        TERMS.from(day, at, database, ccg, direction, terms.functions(), from, until);
        DOCUMENT.from(day, at, database, ccg, direction, terms.document().title());
        if (terms.kind() == DirectionKind.NOT_TO_EXERCISE) {
            LocalDate taken = from.isAfter(day) ? from : day;
            terms.functions().stream()
                    .distinct()
                    .forEach(function ->
                            TAKEN.from(taken, at, database, ccg, direction, function, until));
        }
    }

    /// Functions that the direction no longer names go back to the group; others are taken then.
    private void vary(LocalDate day, Recorded at, DirectionVaried e) {
        CcgCode ccg = e.ccg();
        DirectionId direction = e.direction();
        LocalDate until = e.period().until();
        TERMS.from(day, at, database, ccg, direction, e.functions(), e.period().from(), until);
        if (e.document() != null) {
            DOCUMENT.from(day, at, database, ccg, direction, e.document().title());
        }
        if (takesFunctions(ccg, direction)) {
            LocalDate taken = e.period().from().isAfter(day) ? e.period().from() : day;
            takenBy(ccg, direction, day).stream()
                    .filter(function -> !e.functions().contains(function))
                    .forEach(function -> giveBack(day, at, ccg, direction, function));
            e.functions().stream()
                    .distinct()
                    .forEach(function ->
                            TAKEN.from(taken, at, database, ccg, direction, function, until));
        }
    }

    private void giveBack(
            LocalDate day, Recorded at, CcgCode ccg, DirectionId direction, FunctionCode function) {
        TAKEN.endsOn(day, at, database, ccg, direction, function);
        ASSIGNMENT.endsOn(day, at, database, ccg, direction, function);
    }

    private boolean takesFunctions(CcgCode ccg, DirectionId direction) {
        return database.sql()
                .sql(
                        "select exists (select from projection.direction where ccg = ? and direction = ?"
                                + " and kind = ? and holds and known_to = ?)")
                .params(
                        ccg.value(),
                        direction.value(),
                        DirectionKind.NOT_TO_EXERCISE.name(),
                        Timeline.OPEN)
                .query(Boolean.class)
                .single();
    }

    private List<FunctionCode> takenBy(CcgCode ccg, DirectionId direction, LocalDate day) {
        return database.sql()
                .sql(
                        "select function from projection.function_taken where ccg = ? and direction = ?"
                                + " and holds and known_to = ? and eff_from <= ? and eff_to > ? order by function")
                .params(ccg.value(), direction.value(), Timeline.OPEN, day, day)
                .query((row, _) -> new FunctionCode(row.getString(1)))
                .list();
    }

    @Override
    public void reset() {
        List.of(ISSUED, TERMS, DOCUMENT, TAKEN, ASSIGNMENT)
                .forEach(timeline -> timeline.clear(database));
    }
}
