package org.ccgledger.events.advice;

/// What a group makes of advice.
public enum AdviceResponse {
    ACCEPTED,
    PARTLY_ACCEPTED,
    NOT_ACCEPTED
}
