package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.pounds;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.performance.PerformanceEvent;
import org.ccgledger.events.performance.PerformanceEvent.*;
import org.ccgledger.events.performance.PerformanceRating;

final class PerformanceSentences {

    private PerformanceSentences() {}

    static String of(PerformanceEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg())));
    }

    private static String what(PerformanceEvent event, String group) {
        return switch (event) {
            case PerformanceAssessed e ->
                    "the Board assessed "
                            + group
                            + " for "
                            + e.fy()
                            + " as "
                            + rating(e.rating())
                            + " in "
                            + count(e.findings().size(), "finding")
                            + (e.resources() == null
                                    ? ""
                                    : " on what it did with " + pounds(e.resources()))
                            + ", having consulted "
                            + count(e.consulted().size(), "health and wellbeing board");
            case AssessmentPublished e ->
                    "the Board published its assessment of "
                            + group
                            + " for "
                            + e.fy()
                            + " as "
                            + quoted(e.summary());
        };
    }

    private static String rating(PerformanceRating rating) {
        return switch (rating) {
            case ASSURED -> "assured";
            case ASSURED_WITH_SUPPORT -> "assured with support";
            case NOT_ASSURED -> "not assured";
            case OUTSTANDING -> "outstanding";
            case GOOD -> "good";
            case REQUIRES_IMPROVEMENT -> "in need of improvement";
            case INADEQUATE -> "inadequate";
        };
    }
}
