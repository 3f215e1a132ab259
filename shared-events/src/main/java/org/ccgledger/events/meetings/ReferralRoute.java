package org.ccgledger.events.meetings;

/// To whom an item is referred that a meeting does not decide.
public enum ReferralRoute {
    OTHER_COMMITTEE,
    /// The same body with clinicians or lay members of another group in the places of those
    /// excluded.
    CO_OPTED_MEMBERS,
    HEALTH_AND_WELLBEING_BOARD,
    CONFLICTS_PANEL
}
