package org.ccgledger.events.statedfigures;

/// What of the ledger a stated figure can be held against.
public enum CountedFigure {
    AUTHORISED,
    FULLY_AUTHORISED,
    WITH_CONDITIONS,
    WITH_DIRECTIONS,
    CRITERIA,
    PRACTICES,
    /// The ledger holds nothing to count.
    NOT_COUNTED
}
