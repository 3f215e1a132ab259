package org.ccgledger.events.expressions;

/// How soon a group could take on what it expressed interest in.
public enum Readiness {
    READY_NOW,
    READY_SOON,
    NOT_READY,
    NOT_ASSESSED
}
