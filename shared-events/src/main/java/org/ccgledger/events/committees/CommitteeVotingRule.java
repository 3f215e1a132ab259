package org.ccgledger.events.committees;

/// How a committee decides.
public enum CommitteeVotingRule {
    UNANIMITY,
    /// More than half.
    MAJORITY,
    /// The percentage that the terms name.
    SUPERMAJORITY
}
