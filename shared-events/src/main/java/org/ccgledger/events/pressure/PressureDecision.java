package org.ccgledger.events.pressure;

/// What a group did about the pressure that it reported.
public enum PressureDecision {
    RESISTED,
    /// It did what was asked of it, of its own will.
    ACCEPTED_FREELY
}
