package org.ccgledger.events.instruments;

/// A House of Parliament.
public enum House {
    COMMONS,
    LORDS
}
