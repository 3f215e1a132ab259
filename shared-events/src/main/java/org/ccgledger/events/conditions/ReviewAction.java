package org.ccgledger.events.conditions;

/// What a review does with a condition.
public enum ReviewAction {
    /// The criterion is then met.
    REMOVE,
    KEEP,
    /// Another level, another text, or both.
    VARY
}
