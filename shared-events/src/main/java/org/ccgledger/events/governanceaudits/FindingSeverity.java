package org.ccgledger.events.governanceaudits;

/// How grave a finding is.
public enum FindingSeverity {
    LOW,
    MEDIUM,
    HIGH
}
