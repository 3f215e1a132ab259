package org.ccgledger.events.performance;

/// What an assessment comes to, in the words of its time.
public enum PerformanceRating {
    ASSURED,
    ASSURED_WITH_SUPPORT,
    NOT_ASSURED,
    OUTSTANDING,
    GOOD,
    REQUIRES_IMPROVEMENT,
    INADEQUATE
}
