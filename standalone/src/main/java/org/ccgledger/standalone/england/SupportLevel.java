package org.ccgledger.standalone.england;

/// The seven kinds of support that a condition may carry, in order of severity.
///
/// Their number and order, and levels I, III, IV and VII, are from the trade press of 2012 and 2013
/// (HSJ, Healthcare Leader); the numbering of II, V and VI is not confirmed.
public enum SupportLevel {
    /// A model document or toolkit.
    I,
    /// Advice and expertise made available.
    II,
    /// Decisions signed off or approved by the Board.
    III,
    /// A specific team or individual assists the group.
    IV,
    /// Another accountable officer is appointed.
    V,
    /// Specified functions are removed.
    VI,
    /// All functions are removed.
    VII;

    /// Whether this level is underpinned by a legal direction: level IV and above.
    public boolean needsDirection() {
        return compareTo(IV) >= 0;
    }
}
