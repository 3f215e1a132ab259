package org.ccgledger.events.erasures;

/// Why a person's data has to be erased: General Data Protection Regulation, article 17(1).
public enum ErasureGround {
    /// (a): it is no longer necessary for what it was collected for.
    NO_LONGER_NECESSARY,
    /// (b): the person has withdrawn the consent on which it was held.
    CONSENT_WITHDRAWN,
    /// (c): the person objects, and nothing overrides that.
    OBJECTION,
    /// (d): it was held unlawfully.
    UNLAWFUL,
    /// (e): a legal obligation requires it.
    LEGAL_OBLIGATION
}
