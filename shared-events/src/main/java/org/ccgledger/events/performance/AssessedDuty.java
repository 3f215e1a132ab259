package org.ccgledger.events.performance;

/// What an assessment looks at, NHS Act 2006 s.14Z16(3) and beyond.
public enum AssessedDuty {
    /// s.14R.
    QUALITY,
    /// s.14W.
    ADVICE,
    /// s.14Z2.
    PUBLIC_INVOLVEMENT,
    /// s.223H to 223J.
    FINANCE,
    OTHER
}
