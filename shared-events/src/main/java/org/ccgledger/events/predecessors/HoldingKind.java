package org.ccgledger.events.predecessors;

/// What a primary care trust can hold.
public enum HoldingKind {
    FUNCTION,
    /// A function in public health, which went to local authorities.
    PUBLIC_HEALTH_FUNCTION,
    ASSET,
    LIABILITY,
    STAFF_GROUP
}
