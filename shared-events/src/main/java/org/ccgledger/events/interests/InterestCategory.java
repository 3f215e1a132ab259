package org.ccgledger.events.interests;

/// What somebody could gain from a decision. Whether they would gain it themselves, or somebody
/// close to them, is said beside it.
public enum InterestCategory {
    /// A direct financial benefit.
    FINANCIAL,
    /// Professional status, reputation or advancement.
    NON_FINANCIAL_PROFESSIONAL,
    /// A personal benefit that is neither.
    NON_FINANCIAL_PERSONAL
}
