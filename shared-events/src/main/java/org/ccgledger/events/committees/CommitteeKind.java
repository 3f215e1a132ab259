package org.ccgledger.events.committees;

/// What a committee of a group is for.
public enum CommitteeKind {
    /// NHS Act 2006 s.14M: every governing body has one.
    AUDIT,
    /// NHS Act 2006 s.14M: every governing body has one.
    REMUNERATION,
    /// Primary care commissioning: what the Board has delegated to the group is decided here.
    PCCC,
    QUALITY,
    FINANCE,
    OTHER
}
