package org.ccgledger.events.jointcommittees;

/// How a joint committee decides.
public enum JointVotingRule {
    UNANIMITY,
    /// More than half.
    MAJORITY,
    /// The percentage that the terms name.
    SUPERMAJORITY,
    /// By majority, once consensus was sought in vain.
    CONSENSUS_THEN_VOTE
}
