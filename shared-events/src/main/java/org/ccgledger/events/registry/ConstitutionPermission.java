package org.ccgledger.events.registry;

/// What a constitution lets its group do.
public enum ConstitutionPermission {
    JOINT_COMMITTEES,
    DELEGATION,
    /// Committees of its own beside those that the Act requires.
    COMMITTEES
}
