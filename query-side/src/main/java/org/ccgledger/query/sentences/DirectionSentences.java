package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.function;
import static org.ccgledger.query.sentences.Wording.functions;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.jspecify.annotations.Nullable;

final class DirectionSentences {

    private DirectionSentences() {}

    static String of(DirectionEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(DirectionEvent event, GroupNames groups) {
        return switch (event) {
            case InformationRequired e ->
                    "the Board required of "
                            + groups.of(e.ccg())
                            + " "
                            + count(e.items().size(), "item")
                            + " of information by "
                            + day(e.due())
                            + ": "
                            + and(e.items().stream().map(Wording::quoted).toList());
            case DirectionDrafted e ->
                    "the Board drafted direction "
                            + e.direction()
                            + " to "
                            + groups.of(e.ccg())
                            + " under "
                            + power(e.power())
                            + " "
                            + demand(e.kind(), e.functions())
                            + enabled(e.enables())
                            + ", "
                            + period(e.period());
            case DirectionConsultationOpened e ->
                    "the Board began to consult "
                            + and(
                                    e.consultees().stream()
                                            .map(consultee -> body(consultee, groups))
                                            .toList())
                            + " on direction "
                            + e.direction()
                            + " to "
                            + groups.of(e.ccg());
            case CCGWillingnessRecorded e ->
                    groups.of(e.other())
                            + " declared itself "
                            + (e.willing() ? "willing" : "unwilling")
                            + " to exercise "
                            + function(e.function())
                            + " for "
                            + groups.of(e.ccg())
                            + " under direction "
                            + e.direction()
                            + ", saying of its capability "
                            + quoted(e.capability());
            case ExerciserConsidered e ->
                    "the Board considered "
                            + groups.of(e.other())
                            + " to exercise "
                            + function(e.function())
                            + " for "
                            + groups.of(e.ccg())
                            + " under direction "
                            + e.direction()
                            + ", found that exercise by the Board would "
                            + (e.boardMostEffective() ? "be" : "not be")
                            + " most effective, and said of the other group's capability "
                            + quoted(e.capability());
            case DirectionIssued e ->
                    "the Board issued direction "
                            + e.terms().direction()
                            + " to "
                            + groups.of(e.ccg())
                            + " under "
                            + power(e.terms().power())
                            + " "
                            + issued(e.terms(), e.enables());
            case FunctionExerciseAssigned e ->
                    "the exercise of "
                            + function(e.function())
                            + " for "
                            + groups.of(e.ccg())
                            + " was assigned to "
                            + body(e.exerciser(), groups)
                            + " under direction "
                            + e.direction()
                            + (e.until() == null ? "" : ", until " + day(e.until()));
            case DirectionVaried e ->
                    "the Board varied direction "
                            + e.direction()
                            + " to "
                            + groups.of(e.ccg())
                            + ": it holds "
                            + (e.functions().isEmpty()
                                    ? ""
                                    : "for " + functions(e.functions()) + " ")
                            + period(e.period())
                            + (e.document() == null ? "" : ", by " + quoted(e.document()));
            case DirectionRevoked e ->
                    "the Board revoked direction "
                            + e.direction()
                            + " to "
                            + groups.of(e.ccg())
                            + ", with the handover "
                            + quoted(e.handover());
            case FunctionReturned e ->
                    "the exercise of "
                            + function(e.function())
                            + " returned to "
                            + groups.of(e.ccg())
                            + ", from which direction "
                            + e.direction()
                            + " had taken it";
        };
    }

    private static String issued(DirectionTerms terms, @Nullable DirectionId enables) {
        return demand(terms.kind(), terms.functions())
                + enabled(enables)
                + ", "
                + period(terms.period())
                + ", by "
                + quoted(terms.document());
    }

    private static String power(LegalPower power) {
        return switch (power) {
            case REG8 -> "SI 2012/1631 reg 8";
            case S14Z21 -> "NHS Act 2006 s.14Z21";
        };
    }

    private static String demand(DirectionKind kind, List<FunctionCode> functions) {
        return switch (kind) {
            case NOT_TO_EXERCISE -> "not to exercise " + functions(functions);
            case MANNER_OF_EXERCISE -> "on how to exercise " + functions(functions);
            case REPLACE_AO -> "to replace its accountable officer";
            case VARY_CONSTITUTION -> "to vary its constitution";
            case ENABLING -> "to exercise " + functions(functions) + " for another group";
        };
    }

    private static String enabled(@Nullable DirectionId enables) {
        return enables == null ? "" : " as direction " + enables + " requires";
    }
}
