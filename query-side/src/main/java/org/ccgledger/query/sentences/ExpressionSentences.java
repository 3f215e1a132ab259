package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.Readiness;

final class ExpressionSentences {

    private ExpressionSentences() {}

    static String of(ExpressionEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(ExpressionEvent event, GroupNames groups) {
        return switch (event) {
            case RoundOpened e ->
                    "the Board opened the round "
                            + e.round()
                            + " of co-commissioning, with expressions of interest due by "
                            + day(e.deadlines().expressions())
                            + " and applications by "
                            + day(e.deadlines().delegated())
                            + " for delegation and "
                            + day(e.deadlines().joint())
                            + " for joint commissioning";
            case ExpressionOfInterestSubmitted e ->
                    names(e.ccgs(), groups)
                            + " expressed interest in "
                            + levels(e.levels())
                            + ", in expression "
                            + e.expression()
                            + " of the round "
                            + e.round()
                            + (e.late() ? ", late: " : ": ")
                            + quoted(e.statement());
            case ExpressionCategorised e ->
                    "expression "
                            + e.expression()
                            + " of "
                            + names(e.ccgs(), groups)
                            + " was read as interest in "
                            + levels(e.levels());
            case ReadinessAssessed e ->
                    groups.of(e.ccg())
                            + readiness(e.readiness())
                            + level(e.level())
                            + " as at "
                            + day(e.asAt())
                            + ", in expression "
                            + e.expression();
            case ConflictsCoverTested e ->
                    "the Board found that the cover of "
                            + groups.of(e.ccg())
                            + " for conflicts of interest "
                            + (e.result() == ConflictsCover.SATISFIED
                                    ? "satisfied it"
                                    : "did not satisfy it")
                            + ", in expression "
                            + e.expression()
                            + ": "
                            + quoted(e.notes());
            case ExpressionWithdrawn e ->
                    names(e.ccgs(), groups) + " withdrew from expression " + e.expression();
        };
    }

    private static String readiness(Readiness readiness) {
        return switch (readiness) {
            case READY_NOW -> " was judged ready for ";
            case READY_SOON -> " was judged ready soon for ";
            case NOT_READY -> " was judged not ready for ";
            case NOT_ASSESSED -> " was no longer judged in its readiness for ";
        };
    }

    private static String names(List<CcgCode> ccgs, GroupNames groups) {
        return Wording.and(ccgs.stream().map(groups::of).toList());
    }

    private static String levels(List<CoCommissioningLevel> levels) {
        return Wording.and(levels.stream().map(ExpressionSentences::level).toList());
    }

    static String level(CoCommissioningLevel level) {
        return switch (level) {
            case GREATER_INVOLVEMENT -> "greater involvement";
            case JOINT -> "joint commissioning";
            case DELEGATED -> "delegation";
        };
    }
}
