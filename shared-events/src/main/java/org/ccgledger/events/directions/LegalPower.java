package org.ccgledger.events.directions;

/// The power under which the Board directs a group.
public enum LegalPower {
    /// SI 2012/1631 reg 8(5): at authorisation, for as long as the conditions of the grant are not
    /// met.
    REG8,
    /// NHS Act 2006 s.14Z21: afterwards, where a group is failing or at significant risk of
    /// failing.
    S14Z21
}
