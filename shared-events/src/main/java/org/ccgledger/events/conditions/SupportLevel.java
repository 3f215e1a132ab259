package org.ccgledger.events.conditions;

/// How far the Board supports a group that does not meet a criterion; severity rises with the
/// level. What each stands for is reference data.
public enum SupportLevel {
    I,
    II,
    III,
    IV,
    V,
    VI,
    VII;

    /// From level IV on the support is underpinned by a legal direction.
    public boolean needsDirection() {
        return compareTo(IV) >= 0;
    }
}
