package org.ccgledger.events.membership;

/// Why a practice's membership ended.
public enum EndCause {
    CLOSED,
    CONTRACT_ENDED,
    MERGED,
    /// The group of which it was a member ceased to exist, and no group took its place.
    GROUP_CEASED
}
