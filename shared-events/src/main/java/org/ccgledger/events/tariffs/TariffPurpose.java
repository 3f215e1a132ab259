package org.ccgledger.events.tariffs;

/// What a change of the tariff is for.
public enum TariffPurpose {
    INTEGRATION,
    SERVICE_REDESIGN,
    OTHER
}
