package org.ccgledger.command.expressions;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ExpressionEvent;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.Readiness;

/// What stands under the name of a round or the id of an expression.
sealed interface Expression {

    record None() implements Expression {}

    record Opened(RoundOpened round) implements Expression {}

    /// Interest, with what was said about it.
    ///
    /// @param ccgs those that have not withdrawn
    /// @param levels as categorised or, before that, as submitted
    /// @param categorised whether an area team has said so
    /// @param tested the last test of each group's cover
    record Submitted(
            ExpressionOfInterestSubmitted submission,
            Set<CcgCode> ccgs,
            List<CoCommissioningLevel> levels,
            boolean categorised,
            Map<Aspect, Assessment> readiness,
            Map<CcgCode, ConflictsCoverTested> tested)
            implements Expression {

        private Submitted with(Aspect aspect, Assessment assessment) {
            return new Submitted(
                    submission,
                    ccgs,
                    levels,
                    categorised,
                    Expression.with(readiness, aspect, assessment),
                    tested);
        }

        private Submitted with(ConflictsCoverTested test) {
            return new Submitted(
                    submission,
                    ccgs,
                    levels,
                    categorised,
                    readiness,
                    Expression.with(tested, test.ccg(), test));
        }

        private Submitted at(List<CoCommissioningLevel> now) {
            return new Submitted(submission, ccgs, now, true, readiness, tested);
        }

        private Submitted without(List<CcgCode> withdrawn) {
            Set<CcgCode> left = new LinkedHashSet<>(ccgs);
            withdrawn.forEach(left::remove);
            return new Submitted(
                    submission,
                    Collections.unmodifiableSet(left),
                    levels,
                    categorised,
                    readiness,
                    tested);
        }
    }

    /// One group at one level.
    record Aspect(CcgCode ccg, CoCommissioningLevel level) {}

    /// Of which day it was said how ready the group is.
    record Assessment(Readiness readiness, java.time.LocalDate asAt) {}

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Expression evolve(ExpressionEvent event) {
        return switch (event) {
            case RoundOpened e -> new Opened(e);
            case ExpressionOfInterestSubmitted e ->
                    new Submitted(
                            e,
                            Collections.unmodifiableSet(new LinkedHashSet<>(e.ccgs())),
                            e.levels(),
                            false,
                            Map.of(),
                            Map.of());
            case ExpressionCategorised e ->
                    this instanceof Submitted submitted ? submitted.at(e.levels()) : this;
            case ReadinessAssessed e ->
                    this instanceof Submitted submitted
                            ? submitted.with(
                                    new Aspect(e.ccg(), e.level()),
                                    new Assessment(e.readiness(), e.asAt()))
                            : this;
            case ConflictsCoverTested e ->
                    this instanceof Submitted submitted ? submitted.with(e) : this;
            case ExpressionWithdrawn e ->
                    this instanceof Submitted submitted ? submitted.without(e.ccgs()) : this;
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> all, K key, V value) {
        Map<K, V> changed = new HashMap<>(all);
        changed.put(key, value);
        return Map.copyOf(changed);
    }
}
