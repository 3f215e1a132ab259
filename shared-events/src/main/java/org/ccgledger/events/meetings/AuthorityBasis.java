package org.ccgledger.events.meetings;

/// On what a meeting's authority for a decision rests.
public enum AuthorityBasis {
    /// A function of the body's own.
    OWN_FUNCTION,
    /// What another body has delegated.
    DELEGATION,
    /// A direction that gives the function to it.
    DIRECTION,
    /// What the members of a joint committee exercise through it.
    JOINT_SCOPE
}
