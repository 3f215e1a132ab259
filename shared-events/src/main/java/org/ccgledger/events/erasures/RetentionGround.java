package org.ccgledger.events.erasures;

/// Why a person's data is kept although its erasure was asked for: General Data Protection
/// Regulation, article 17(3).
public enum RetentionGround {
    /// (b): a legal obligation requires that it is kept, or a task in the public interest does.
    PUBLIC_TASK,
    /// (d): it is archived in the public interest.
    PUBLIC_ARCHIVE,
    /// (e): it is needed for legal claims.
    LEGAL_CLAIMS
}
