package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.month;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.time.YearMonth;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.ReviewAction;
import org.jspecify.annotations.Nullable;

final class ConditionSentences {

    private ConditionSentences() {}

    static String of(ConditionEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(ConditionEvent event, GroupNames groups) {
        return switch (event) {
            case ConditionImposed e ->
                    "the Board imposed on "
                            + groups.of(e.ccg())
                            + " the condition "
                            + e.terms().condition()
                            + ground(e.terms())
                            + " at support level "
                            + e.terms().level()
                            + ", to be reviewed by "
                            + day(e.reviewBy());
            case RectificationPlanAgreed e ->
                    "the rectification plan of "
                            + groups.of(e.ccg())
                            + ", "
                            + quoted(e.plan())
                            + ", was agreed with "
                            + count(e.milestones().size(), "milestone");
            case RectificationPlanRevised e ->
                    "the rectification plan of "
                            + groups.of(e.ccg())
                            + " was revised to "
                            + quoted(e.plan())
                            + " with "
                            + count(e.milestones().size(), "milestone");
            case ConditionReviewOpened e ->
                    "the Board opened review "
                            + e.review()
                            + " of the conditions of "
                            + groups.of(e.ccg())
                            + ", with evidence due by "
                            + day(e.evidenceDue())
                            + " and the committee meeting on "
                            + day(e.committeeOn());
            case ReviewEvidenceSubmitted e ->
                    groups.of(e.ccg())
                            + " submitted "
                            + count(e.evidence().size(), "document")
                            + " on condition "
                            + e.condition()
                            + " as evidence for review "
                            + e.review();
            case ConditionReviewDecided e ->
                    "the Board decided review "
                            + e.review()
                            + " of the conditions of "
                            + groups.of(e.ccg())
                            + ": "
                            + outcomes(e, ReviewAction.REMOVE)
                            + " removed, "
                            + outcomes(e, ReviewAction.KEEP)
                            + " kept and "
                            + outcomes(e, ReviewAction.VARY)
                            + " varied; "
                            + remaining(e.remaining())
                            + next(e.nextReview());
            case ConditionDischarged e ->
                    condition(e.condition())
                            + " of "
                            + groups.of(e.ccg())
                            + " was discharged at review "
                            + e.review()
                            + (e.criterion() == null
                                    ? ""
                                    : ", criterion " + e.criterion() + " being met");
            case ConditionSupportLevelChanged e ->
                    "the support level of "
                            + condition(e.condition())
                            + " of "
                            + groups.of(e.ccg())
                            + " was "
                            + (e.to().compareTo(e.from()) > 0 ? "raised" : "lowered")
                            + " from "
                            + e.from()
                            + " to "
                            + e.to()
                            + " at review "
                            + e.review();
            case ConditionVaried e ->
                    "the text of "
                            + condition(e.condition())
                            + " of "
                            + groups.of(e.ccg())
                            + " was varied at review "
                            + e.review()
                            + " to "
                            + quoted(e.text());
            case ConditionMainstreamed e ->
                    condition(e.condition())
                            + " of "
                            + groups.of(e.ccg())
                            + " was folded into ordinary assurance, "
                            + quoted(e.assurance())
                            + ", and stays outstanding until it is discharged";
            case CCGFullyAuthorised e ->
                    groups.of(e.ccg())
                            + " became fully authorised, since no condition and no direction"
                            + " remained";
            case ConditionReviewOverdue e ->
                    "the review of the conditions of "
                            + groups.of(e.ccg())
                            + " was overdue, the last one dating from "
                            + day(e.lastReviewedOn());
        };
    }

    private static String condition(ConditionId condition) {
        return "condition " + condition;
    }

    private static String ground(ConditionTerms terms) {
        return terms.criterion() == null
                ? ", which rests on no criterion,"
                : " under criterion " + terms.criterion();
    }

    private static long outcomes(ConditionReviewDecided e, ReviewAction action) {
        return e.outcomes().stream().filter(outcome -> outcome.action() == action).count();
    }

    private static String remaining(int remaining) {
        return count(remaining, "condition") + (remaining == 1 ? " remains" : " remain");
    }

    private static String next(@Nullable YearMonth month) {
        return month == null ? "" : ", to be reviewed again in " + month(month);
    }
}
