package org.ccgledger.events.interests;

/// In which of the classes of NHS Act 2006 s.14O(1) somebody declares to a group.
public enum DeclarantClass {
    MEMBER,
    GOVERNING_BODY_MEMBER,
    /// Of a committee or sub-committee of the group or of its governing body.
    COMMITTEE_MEMBER,
    EMPLOYEE
}
