package org.ccgledger.events.erasures;

/// Who asked for an erasure, by class and not by name.
public enum Requester {
    DATA_SUBJECT,
    REPRESENTATIVE,
    CONTROLLER,
    COURT,
    INFORMATION_COMMISSIONER
}
