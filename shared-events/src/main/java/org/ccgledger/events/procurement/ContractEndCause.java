package org.ccgledger.events.procurement;

/// Why a contract ends.
public enum ContractEndCause {
    EXPIRED,
    TERMINATED_BY_GROUP,
    TERMINATED_BY_PROVIDER,
    BY_AGREEMENT
}
