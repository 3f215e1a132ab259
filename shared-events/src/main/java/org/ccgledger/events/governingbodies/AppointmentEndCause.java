package org.ccgledger.events.governingbodies;

/// Why an appointment to a governing body ended.
public enum AppointmentEndCause {
    TERM_ENDED,
    RESIGNED,
    REMOVED,
    BECAME_DISQUALIFIED,
    DIED
}
