package org.ccgledger.events.procurement;

/// What speaks for a route or a provider.
public enum SelectionGround {
    PATIENTS_NEEDS,
    QUALITY,
    EFFICIENCY,
    VALUE_FOR_MONEY,
    INTEGRATION,
    CHOICE,
    CONTINUITY,
    /// That the provider is, or is not, of a sector or somebody's property.
    OWNERSHIP
}
