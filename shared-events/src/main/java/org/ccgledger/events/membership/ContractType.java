package org.ccgledger.events.membership;

/// The contract under which a practice provides primary medical services.
public enum ContractType {
    GMS,
    PMS,
    APMS
}
