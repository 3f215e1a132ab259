package org.ccgledger.events.statedfigures;

/// What of the ledger a stated figure can be held against.
public enum CountedFigure {
    AUTHORISED,
    FULLY_AUTHORISED,
    WITH_CONDITIONS,
    WITH_DIRECTIONS,
    CRITERIA,
    PRACTICES,
    /// Groups that express interest in co-commissioning, whatever the level.
    INTERESTED_IN_CO_COMMISSIONING,
    /// Groups that express interest in each of the levels.
    INTERESTED_IN_DELEGATION,
    INTERESTED_IN_JOINT_COMMISSIONING,
    INTERESTED_IN_GREATER_INVOLVEMENT,
    /// The ledger holds nothing to count.
    NOT_COUNTED
}
