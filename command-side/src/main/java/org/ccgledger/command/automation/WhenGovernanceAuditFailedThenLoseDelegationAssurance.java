package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.RecordDelegationAssuranceLost;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Authority;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.GovernanceAuditReported;

/// P14: a delegation rests on its last audit. Whether anything is delegated is for the decider to
/// see.
public final class WhenGovernanceAuditFailedThenLoseDelegationAssurance {

    private WhenGovernanceAuditFailedThenLoseDelegationAssurance() {}

    public static List<Envelope> react(Cause cause) {
        return cause.event() instanceof GovernanceAuditReported reported
                        && reported.result() == AuditResult.FAIL
                ? List.of(
                        cause.sends(
                                "WhenGovernanceAuditFailedThenLoseDelegationAssurance",
                                reported.ccg().value(),
                                new RecordDelegationAssuranceLost(reported.ccg(), reported.audit()),
                                reported.effectiveOn(),
                                Authority.of("NHS Act 2006", "s.13Z")))
                : List.of();
    }
}
