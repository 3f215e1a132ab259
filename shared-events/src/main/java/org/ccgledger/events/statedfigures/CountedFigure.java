package org.ccgledger.events.statedfigures;

/// What of the ledger a stated figure can be held against.
public enum CountedFigure {
    AUTHORISED,
    FULLY_AUTHORISED,
    WITH_CONDITIONS,
    WITH_DIRECTIONS,
    /// Of all groups with conditions, the per cent that are of the wave.
    SHARE_OF_THOSE_WITH_CONDITIONS,
    CRITERIA,
    PRACTICES,
    /// Groups that express interest in co-commissioning, whatever the level.
    INTERESTED_IN_CO_COMMISSIONING,
    /// Groups that express interest in each of the levels.
    INTERESTED_IN_DELEGATION,
    INTERESTED_IN_JOINT_COMMISSIONING,
    INTERESTED_IN_GREATER_INVOLVEMENT,
    /// Groups interested in delegation, by how ready for it they are.
    READY_NOW_FOR_DELEGATION,
    READY_SOON_FOR_DELEGATION,
    /// Groups that have applied, whatever was decided.
    APPLIED_FOR_DELEGATION,
    APPLIED_FOR_JOINT_COMMISSIONING,
    /// Groups approved without conditions, or on conditions that are met.
    APPROVED_FOR_DELEGATION,
    /// Groups to which functions are delegated.
    LIVE_DELEGATION,
    /// Groups that are established and have not ceased to exist.
    OPERATIONAL,
    /// The ledger holds nothing to count.
    NOT_COUNTED
}
