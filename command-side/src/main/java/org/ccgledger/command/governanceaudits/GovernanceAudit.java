package org.ccgledger.command.governanceaudits;

import java.util.HashSet;
import java.util.Set;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;

/// Where an audit of governance stands.
sealed interface GovernanceAudit {

    record NotCommissioned() implements GovernanceAudit {}

    record InProgress(GovernanceAuditCommissioned commission) implements GovernanceAudit {}

    /// Reported, with what has been put right since.
    ///
    /// @param closed the findings of which the action is closed, by number
    record Reported(
            GovernanceAuditCommissioned commission,
            GovernanceAuditReported report,
            Set<Integer> closed)
            implements GovernanceAudit {

        private Reported without(int finding) {
            Set<Integer> all = new HashSet<>(closed);
            all.add(finding);
            return new Reported(commission, report, Set.copyOf(all));
        }
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default GovernanceAudit evolve(GovernanceAuditEvent event) {
        return switch (event) {
            case GovernanceAuditCommissioned e -> new InProgress(e);
            case GovernanceAuditReported e ->
                    this instanceof InProgress(var commission)
                            ? new Reported(commission, e, Set.of())
                            : this;
            case AuditActionClosed e ->
                    this instanceof Reported reported ? reported.without(e.finding()) : this;
        };
    }
}
