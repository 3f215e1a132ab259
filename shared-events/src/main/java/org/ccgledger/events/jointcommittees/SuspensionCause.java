package org.ccgledger.events.jointcommittees;

/// Why a member of a joint committee is suspended.
public enum SuspensionCause {
    /// A direction has taken functions that the committee exercises.
    FUNCTIONS_TAKEN,
    /// The group does not exercise functions at all any more.
    NOT_OPERATIONAL
}
