package org.ccgledger.events.procurement;

/// What Monitor finds on a complaint: SI 2013/500 reg 13 to 16.
public enum MonitorFinding {
    NO_BREACH,
    BREACH,
    /// The group has undertaken to put it right.
    UNDERTAKINGS_ACCEPTED
}
