package org.ccgledger.events.governingbodies;

/// What the law requires of a governing body's composition, SI 2012/1631 reg 11; on which days is
/// for the rule that holds it.
public enum CompositionRequirement {
    SIX_MEMBERS,
    FOUR_MEMBERS,
    CHAIR,
    DEPUTY_CHAIR,
    ACCOUNTABLE_OFFICER,
    CHIEF_FINANCE_OFFICER,
    REGISTERED_NURSE,
    SECONDARY_CARE_SPECIALIST,
    NURSE_OR_SPECIALIST,
    LAY_MEMBER_FOR_AUDIT,
    LAY_MEMBER_FOR_THE_AREA,
    LAY_MEMBER
}
