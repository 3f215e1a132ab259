package org.ccgledger.events.successions;

/// What can be open when a group ceases to exist.
public enum MatterKind {
    /// A condition of its authorisation, by its id. It lapses with the group; the Board imposes it
    /// anew where it is needed.
    CONDITION,
    /// A direction to it, by its id. It lapses with the group; the Board issues it anew where it is
    /// needed.
    DIRECTION,
    /// The membership of a practice, by its code.
    PRACTICE,
    /// What one person has declared to the group, by the person's id.
    DECLARATIONS,
    /// Its membership of a joint committee, by the committee's id.
    JOINT_MEMBERSHIP,
    /// The level at which it takes part in the commissioning of primary care, by the level's name.
    CO_COMMISSIONING,
    /// A procurement that is under way, or a contract that runs, by the procurement's id.
    PROCUREMENT,
    /// An arrangement for commissioning support, by its id. It ends with the group that chose it;
    /// who comes after it chooses for itself.
    SUPPORT
}
