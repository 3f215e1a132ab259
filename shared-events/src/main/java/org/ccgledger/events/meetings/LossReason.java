package org.ccgledger.events.meetings;

/// Why a decision was not carried.
public enum LossReason {
    /// Too few took part in the vote.
    NOT_QUORATE,
    /// Nobody may be bound against their vote, and not all voted for it.
    UNANIMITY_REQUIRED,
    /// The votes for it were fewer than the rule asks for.
    MAJORITY_NOT_REACHED
}
