package org.ccgledger.events.expressions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;

/// Rounds of co-commissioning, and what becomes of the interest that groups express in them.
public sealed interface ExpressionEvent extends CcgEvent {

    @EventName("ccg.expressions.RoundOpened")
    record RoundOpened(RoundName round, RoundDeadlines deadlines, LocalDate effectiveOn)
            implements ExpressionEvent {}

    /// `levels` are in the order of preference; `late` if the round's day had passed.
    @EventName("ccg.expressions.ExpressionOfInterestSubmitted")
    record ExpressionOfInterestSubmitted(
            ExpressionId expression,
            RoundName round,
            CcgCode submittedBy,
            List<CcgCode> ccgs,
            List<CoCommissioningLevel> levels,
            String statement,
            boolean late,
            LocalDate effectiveOn)
            implements ExpressionEvent {}

    /// `levels` take the place of those that were named before; `ccgs` are those that had not
    /// withdrawn.
    @EventName("ccg.expressions.ExpressionCategorised")
    record ExpressionCategorised(
            ExpressionId expression,
            List<CcgCode> ccgs,
            List<CoCommissioningLevel> levels,
            LocalDate effectiveOn)
            implements ExpressionEvent {}

    /// `asAt` is the day for which it is said.
    @EventName("ccg.expressions.ReadinessAssessed")
    record ReadinessAssessed(
            ExpressionId expression,
            CcgCode ccg,
            CoCommissioningLevel level,
            Readiness readiness,
            LocalDate asAt,
            LocalDate effectiveOn)
            implements ExpressionEvent {}

    @EventName("ccg.expressions.ConflictsCoverTested")
    record ConflictsCoverTested(
            ExpressionId expression,
            CcgCode ccg,
            ConflictsCover result,
            String notes,
            LocalDate effectiveOn)
            implements ExpressionEvent {}

    @EventName("ccg.expressions.ExpressionWithdrawn")
    record ExpressionWithdrawn(ExpressionId expression, List<CcgCode> ccgs, LocalDate effectiveOn)
            implements ExpressionEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case RoundOpened _ -> Set.of();
            case ExpressionOfInterestSubmitted e -> tags(e.ccgs());
            case ExpressionCategorised e -> tags(e.ccgs());
            case ReadinessAssessed e -> tags(List.of(e.ccg()));
            case ConflictsCoverTested e -> tags(List.of(e.ccg()));
            case ExpressionWithdrawn e -> tags(e.ccgs());
        };
    }

    private static Set<Tag> tags(List<CcgCode> ccgs) {
        return ccgs.stream().map(Tag::ccg).collect(Collectors.toUnmodifiableSet());
    }
}
