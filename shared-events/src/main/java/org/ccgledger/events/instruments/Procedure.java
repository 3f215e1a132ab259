package org.ccgledger.events.instruments;

/// How Parliament deals with an instrument.
public enum Procedure {
    /// Made once both Houses have approved it.
    AFFIRMATIVE,
    /// As affirmative, after a longer scrutiny of the draft.
    SUPER_AFFIRMATIVE,
    /// Stands unless a House rejects it.
    NEGATIVE
}
