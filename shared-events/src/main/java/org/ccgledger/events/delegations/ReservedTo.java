package org.ccgledger.events.delegations;

/// Who keeps a function that is not delegated.
public enum ReservedTo {
    /// The member practices together.
    MEMBERSHIP,
    GOVERNING_BODY
}
