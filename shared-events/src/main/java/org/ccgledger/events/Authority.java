package org.ccgledger.events;

import org.jspecify.annotations.Nullable;

/// The power under which a decision is made: an instrument, its provision and, where there is one,
/// the delegation.
public record Authority(String instrument, String provision, @Nullable String delegation) {

    public static Authority of(String instrument, String provision) {
        return new Authority(instrument, provision, null);
    }
}
