package org.ccgledger.events.severances;

/// What a clause of an agreement on leaving does.
public enum ClauseKind {
    /// It keeps somebody from a disclosure in the public interest; void under Employment Rights Act
    /// 1996 s.43J.
    PREVENTS_PROTECTED_DISCLOSURE,
    /// It says that nothing keeps anybody from such a disclosure.
    STATES_RIGHT_TO_DISCLOSE,
    /// It keeps the terms or the negotiations confidential.
    CONFIDENTIAL_TERMS,
    OTHER
}
