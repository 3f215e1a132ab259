package org.ccgledger.events.expressions;

/// Whether what a group says about conflicts of interest covers what it would take on.
public enum ConflictsCover {
    SATISFIED,
    NOT_SATISFIED
}
