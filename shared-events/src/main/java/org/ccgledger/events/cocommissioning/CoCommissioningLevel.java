package org.ccgledger.events.cocommissioning;

/// How far a group takes part in the commissioning of primary care, from the least to the most.
public enum CoCommissioningLevel {
    /// More say with the area team; needs no governance of its own and no approval.
    GREATER_INVOLVEMENT,
    /// By a joint committee with the Board.
    JOINT,
    /// The Board's functions, exercised by the group under NHS Act 2006 s.13Z.
    DELEGATED
}
