package org.ccgledger.events.advice;

/// Who advises groups.
public enum AdvisoryKind {
    SENATE,
    NETWORK,
    HEALTH_AND_WELLBEING_BOARD,
    OTHER
}
