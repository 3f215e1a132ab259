package org.ccgledger.events.committees;

/// What whoever holds a seat on a committee is.
public enum SeatCapacity {
    LAY,
    GENERAL_PRACTITIONER,
    /// An officer of the group.
    EXECUTIVE,
    /// A nurse, a secondary care specialist or another clinician who is no general practitioner.
    CLINICIAN,
    /// Of another body, such as the local authority or Healthwatch.
    OTHER
}
