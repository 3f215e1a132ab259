package org.ccgledger.events.pledges;

/// How an entry bears on a pledge.
public enum PledgeBearing {
    SUPPORTS,
    CONTRADICTS
}
