package org.ccgledger.events.conduct;

/// What is offered to somebody of a group.
public enum GiftKind {
    GIFT,
    /// A promotional aid of low cost from a supplier or contractor.
    SUPPLIER_GIFT,
    /// Meals, refreshments, travel, accommodation and the like.
    HOSPITALITY
}
