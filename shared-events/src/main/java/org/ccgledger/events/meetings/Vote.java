package org.ccgledger.events.meetings;

/// What a voter says.
public enum Vote {
    FOR,
    AGAINST,
    ABSTAIN
}
