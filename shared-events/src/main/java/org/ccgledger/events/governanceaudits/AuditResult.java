package org.ccgledger.events.governanceaudits;

/// What an auditor says of a group's governance.
public enum AuditResult {
    PASS,
    /// Passes once every action is closed.
    PASS_WITH_ACTIONS,
    FAIL
}
