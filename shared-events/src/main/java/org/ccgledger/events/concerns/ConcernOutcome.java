package org.ccgledger.events.concerns;

/// What became of a concern.
public enum ConcernOutcome {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD
}
