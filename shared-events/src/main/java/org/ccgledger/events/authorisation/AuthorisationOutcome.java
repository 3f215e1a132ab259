package org.ccgledger.events.authorisation;

/// What an application was granted. The standing afterwards is derived from what is outstanding,
/// never set.
public enum AuthorisationOutcome {
    /// Every criterion is met.
    AUTHORISED,
    /// SI 2012/1631 reg 8(3).
    AUTHORISED_WITH_CONDITIONS,
    /// SI 2012/1631 reg 8(3) and 8(5).
    AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS
}
