package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.month;
import static org.ccgledger.query.sentences.Wording.number;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.pounds;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.runningcosts.PerHeadRange;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;

final class RunningCostSentences {

    private RunningCostSentences() {}

    static String of(RunningCostEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups) + " for " + event.fy());
    }

    private static String what(RunningCostEvent event, GroupNames groups) {
        return switch (event) {
            case RunningCostPolicySet e ->
                    "the policy on running costs became "
                            + perHead(e)
                            + " for each head, "
                            + basis(e.basis())
                            + ", as stated in "
                            + quoted(e.source().citation())
                            + ", in version "
                            + e.version();
            case RunningCostAllowanceSet e ->
                    "the running-cost allowance of "
                            + groups.of(e.ccg())
                            + " was set at "
                            + pounds(e.envelope())
                            + ": "
                            + pounds(e.perHead())
                            + " for each of "
                            + number(e.heads())
                            + " people, "
                            + basis(e.basis())
                            + " as at "
                            + day(e.headsAsAt());
            case AllowanceOutOfPolicyRange e ->
                    "the "
                            + pounds(e.perHead())
                            + " for each head of "
                            + groups.of(e.ccg())
                            + " lay outside version "
                            + e.policyVersion()
                            + " of the policy on running costs";
            case RunningCostBudgetSet e ->
                    groups.of(e.ccg())
                            + " set version "
                            + e.version()
                            + " of its running-cost budget, "
                            + count(e.lines().size(), "line")
                            + " of which it bears "
                            + pounds(e.total());
            case RunningCostSpendRecorded e ->
                    groups.of(e.ccg())
                            + " recorded that "
                            + pounds(e.amount())
                            + " was spent on "
                            + e.line()
                            + " in "
                            + month(e.month())
                            + (e.parts().isEmpty()
                                    ? ""
                                    : ", of which it bears " + pounds(e.ownPart()));
            case SharedCostPosted e ->
                    pounds(e.amount())
                            + " that "
                            + groups.of(e.host())
                            + " had spent on "
                            + e.line()
                            + " in "
                            + month(e.month())
                            + " was posted to "
                            + groups.of(e.ccg());
            case RunningCostEnvelopeBreached e ->
                    groups.of(e.ccg())
                            + " had spent "
                            + pounds(e.spent())
                            + " on running itself, "
                            + pounds(e.excess())
                            + " more than its envelope of "
                            + pounds(e.envelope());
            case RunningCostMisclassified e ->
                    pounds(e.amount())
                            + " of running costs of "
                            + groups.of(e.ccg())
                            + " on "
                            + e.line()
                            + " in "
                            + month(e.month())
                            + " was booked to money for health care";
            case EnvelopeAffordabilityDemonstrated e ->
                    groups.of(e.ccg())
                            + " showed that "
                            + quoted(e.structure())
                            + " would cost "
                            + pounds(e.projectedCost())
                            + ", within its envelope of "
                            + pounds(e.envelope());
            case StructureChanged e ->
                    groups.of(e.ccg())
                            + " changed its structure to "
                            + quoted(e.structure())
                            + (e.sharedWith().isEmpty()
                                    ? ""
                                    : ", shared with "
                                            + and(e.sharedWith().stream().map(groups::of).toList()))
                            + ": "
                            + quoted(e.description());
        };
    }

    private static String perHead(RunningCostPolicySet policy) {
        PerHeadRange range = policy.range();
        return policy.perHead() != null
                ? "up to " + pounds(policy.perHead())
                : range == null ? "open" : pounds(range.from()) + " to " + pounds(range.to());
    }

    private static String basis(PopulationBasis basis) {
        return switch (basis) {
            case LIST -> "counted from practices' lists";
            case ONS_MODERATED -> "counted from lists moderated to national projections";
        };
    }
}
