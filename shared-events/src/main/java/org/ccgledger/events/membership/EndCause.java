package org.ccgledger.events.membership;

/// Why a practice's membership ended.
public enum EndCause {
    CLOSED,
    CONTRACT_ENDED,
    MERGED
}
