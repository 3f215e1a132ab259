package org.ccgledger.events.jointcommittees;

/// Why a joint committee ended.
public enum DissolutionCause {
    /// So few members remain that there is nothing joint.
    TOO_FEW_MEMBERS,
    /// The members agreed to it.
    AGREED
}
