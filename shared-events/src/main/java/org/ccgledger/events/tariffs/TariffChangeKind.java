package org.ccgledger.events.tariffs;

/// How a local price departs from the national tariff.
public enum TariffChangeKind {
    /// Health and Social Care Act 2012 s.116(2): agreed by commissioner and provider.
    VARIATION,
    /// Health and Social Care Act 2012 s.124: agreed by both, and approved by Monitor.
    MODIFICATION
}
