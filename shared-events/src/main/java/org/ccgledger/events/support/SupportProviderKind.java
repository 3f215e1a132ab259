package org.ccgledger.events.support;

/// Who can support a group in commissioning.
public enum SupportProviderKind {
    IN_HOUSE,
    /// Another group, whose service the group shares.
    SHARED_CCG,
    /// A commissioning support unit that the Board hosts until there is a market.
    CSU_BACKSTOP,
    SOCIAL_ENTERPRISE,
    /// A private company.
    INDEPENDENT,
    LOCAL_AUTHORITY
}
