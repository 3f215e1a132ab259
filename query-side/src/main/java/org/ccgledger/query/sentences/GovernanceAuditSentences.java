package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;

final class GovernanceAuditSentences {

    private GovernanceAuditSentences() {}

    static String of(GovernanceAuditEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(GovernanceAuditEvent event, GroupNames groups) {
        String audit = "audit " + event.audit() + " of the governance of " + groups.of(event.ccg());
        return switch (event) {
            case GovernanceAuditCommissioned e ->
                    audit
                            + " was commissioned of "
                            + body(e.auditor(), groups)
                            + ": "
                            + quoted(e.scope());
            case GovernanceAuditReported e ->
                    audit + result(e.result()) + ", with " + count(e.findings().size(), "finding");
            case AuditActionClosed e ->
                    "finding "
                            + e.finding()
                            + " of "
                            + audit
                            + " was put right, which left "
                            + count(e.open(), "finding")
                            + " open";
        };
    }

    private static String result(AuditResult result) {
        return switch (result) {
            case PASS -> " passed";
            case PASS_WITH_ACTIONS -> " passed on condition of actions";
            case FAIL -> " failed";
        };
    }
}
