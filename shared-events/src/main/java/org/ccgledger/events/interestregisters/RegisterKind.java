package org.ccgledger.events.interestregisters;

/// Which of a group's registers is published.
public enum RegisterKind {
    INTERESTS
}
