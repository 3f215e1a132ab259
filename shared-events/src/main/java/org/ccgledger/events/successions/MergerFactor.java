package org.ccgledger.events.successions;

/// What an application to merge speaks to: SI 2012/1631 reg 9 and Schedule 1.
public enum MergerFactor {
    IMPACT_ON_PATIENTS,
    IMPACT_ON_ALLOTMENTS,
    IMPACT_ON_THE_BOARD,
    VIEWS_OF_LOCAL_AUTHORITIES,
    VIEWS_OF_OTHER_GROUPS,
    VIEWS_OF_THE_PUBLIC
}
