package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.pounds;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.funds.FundEvent;
import org.ccgledger.events.funds.FundEvent.*;

final class FundSentences {

    private FundSentences() {}

    static String of(FundEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg())) + " for " + event.fy());
    }

    private static String what(FundEvent event, String group) {
        return switch (event) {
            case FundsAllotted e -> pounds(e.amount()) + " was allotted to " + group;
            case AllocationAdjusted e ->
                    "the allocation of "
                            + group
                            + " was adjusted by "
                            + pounds(e.change())
                            + " to "
                            + pounds(e.allotted());
            case FinancialLimitSet e ->
                    group
                            + " limited what its "
                            + switch (e.role()) {
                                case CCG_ACCOUNTABLE_OFFICER -> "accountable officer";
                                case CCG_FINANCE_OFFICER -> "finance officer";
                                default -> "officer";
                            }
                            + " commits at once to "
                            + pounds(e.limit());
            case FundsCommitted e ->
                    group + " committed " + pounds(e.amount()) + " to " + quoted(e.subject());
            case CommitmentRecorded e ->
                    pounds(e.amount())
                            + " of "
                            + group
                            + " was recorded as committed to "
                            + quoted(e.subject());
            case CommitmentReleased e -> group + " released commitment " + e.commitment();
            case AllocationOvercommitted e ->
                    group
                            + " had committed "
                            + pounds(e.committed())
                            + ", "
                            + pounds(e.excess())
                            + " more than the "
                            + pounds(e.allotted())
                            + " allotted to it";
        };
    }
}
