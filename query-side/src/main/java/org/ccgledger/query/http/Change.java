package org.ccgledger.query.http;

import org.jspecify.annotations.Nullable;

/// What became of what a field says.
public enum Change {
    ADDED,
    CHANGED,
    REMOVED;

    /// Of one that says something else.
    ///
    /// @param before what it said; nothing if it was not said
    /// @param after what it says; nothing if it is not said
    public static Change of(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return ADDED;
        }
        return after == null ? REMOVED : CHANGED;
    }
}
