package org.ccgledger.query.cocommissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.expressions.ExpressionEvent;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Rounds of co-commissioning and the interest that groups express in them.
@Component
final class ExpressionProjector implements Projector {

    static final String NAME = "expressions-of-interest";

    private static final List<String> KEY = List.of("expression");
    private static final Timeline ROUND =
            new Timeline(
                    "co_commissioning_round",
                    List.of("round"),
                    List.of("expressions_until", "delegated_until", "joint_until", "opened_on"));
    private static final Timeline EXPRESSION =
            new Timeline(
                    "expression",
                    KEY,
                    List.of("round", "submitted_by", "statement", "late", "submitted_on"));
    private static final Timeline GROUP =
            new Timeline("expression_group", List.of("expression", "ccg"), List.of());
    private static final Timeline LEVELS =
            new Timeline("expression_levels", KEY, List.of("levels"));
    private static final Timeline CATEGORY =
            new Timeline("expression_category", KEY, List.of("levels"));
    private static final Timeline READINESS =
            new Timeline(
                    "readiness",
                    List.of("expression", "ccg", "level"),
                    List.of("readiness", "as_at"));
    private static final Timeline CONFLICTS_TEST =
            new Timeline(
                    "conflicts_test",
                    List.of("expression", "ccg"),
                    List.of("result", "notes", "tested_on"));

    private final QueryDatabase database;

    ExpressionProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(ExpressionEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((ExpressionEvent) event) {
            case RoundOpened e ->
                    ROUND.from(
                            day,
                            at,
                            database,
                            e.round(),
                            e.deadlines().expressions(),
                            e.deadlines().delegated(),
                            e.deadlines().joint(),
                            day);
            case ExpressionOfInterestSubmitted e -> submitted(e, at);
            case ExpressionCategorised e ->
                    CATEGORY.from(day, at, database, e.expression(), e.levels());
            case ReadinessAssessed e ->
                    READINESS.from(
                            day,
                            at,
                            database,
                            e.expression(),
                            e.ccg(),
                            e.level(),
                            e.readiness(),
                            e.asAt());
            case ConflictsCoverTested e ->
                    CONFLICTS_TEST.from(
                            day, at, database, e.expression(), e.ccg(), e.result(), e.notes(), day);
            case ExpressionWithdrawn e ->
                    e.ccgs().forEach(ccg -> GROUP.endsOn(day, at, database, e.expression(), ccg));
        }
    }

    private void submitted(ExpressionOfInterestSubmitted e, Recorded at) {
        LocalDate day = e.effectiveOn();
        EXPRESSION.from(
                day,
                at,
                database,
                e.expression(),
                e.round(),
                e.submittedBy(),
                e.statement(),
                e.late(),
                day);
        LEVELS.from(day, at, database, e.expression(), e.levels());
        e.ccgs().forEach(ccg -> GROUP.from(day, at, database, e.expression(), ccg));
    }

    @Override
    public void reset() {
        List.of(ROUND, EXPRESSION, GROUP, LEVELS, CATEGORY, READINESS, CONFLICTS_TEST)
                .forEach(timeline -> timeline.clear(database));
    }
}
