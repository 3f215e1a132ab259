package org.ccgledger.events.directions;

/// What a direction demands.
public enum DirectionKind {
    /// The group does not exercise the functions named.
    NOT_TO_EXERCISE,
    /// The group exercises the functions named as directed.
    MANNER_OF_EXERCISE,
    REPLACE_AO,
    VARY_CONSTITUTION,
    /// Another group is directed to exercise functions that were taken from the directed one.
    ENABLING
}
