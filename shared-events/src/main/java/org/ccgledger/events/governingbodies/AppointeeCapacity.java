package org.ccgledger.events.governingbodies;

/// What else an appointee is, as far as it can bar them from a seat, SI 2012/1631 Sch 4 and 5.
public enum AppointeeCapacity {
    LOCAL_AUTHORITY_EMPLOYEE,
    DEPARTMENT_OF_HEALTH_OFFICER,
    NHS_BODY_MEMBER_OR_EMPLOYEE,
    PRIMARY_CARE_TRUST_EMPLOYEE,
    CARE_QUALITY_COMMISSION_MEMBER_OR_EMPLOYEE,
    MONITOR_MEMBER_OR_EMPLOYEE,
    /// A member, shareholder or employee of a body that provides services which the group arranges.
    OF_A_PROVIDER_TO_THE_GROUP,
    /// Sch 5: bankrupt, dismissed from an NHS body, disqualified as a director, and the like.
    DISQUALIFIED_FROM_OFFICE
}
