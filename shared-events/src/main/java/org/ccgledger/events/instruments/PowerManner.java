package org.ccgledger.events.instruments;

/// The manner in which an instrument lets a power be exercised.
public enum PowerManner {
    BY_ITSELF,
    JOINTLY,
    BY_JOINT_COMMITTEE
}
