package org.ccgledger.access;

import org.ccgledger.events.Role;
import org.jspecify.annotations.Nullable;

/// Those to whom a route can be open.
public enum Callers {
    /// Whoever asks, with a token or without: what is published.
    EVERYBODY {
        @Override
        boolean include(@Nullable Identity identity) {
            return true;
        }
    },

    /// Whoever has a token, in whatever role. What a sender may send each command says itself.
    TOKEN_HOLDERS {
        @Override
        boolean include(@Nullable Identity identity) {
            return identity != null;
        }
    },

    /// Auditors: who decided what, why, and what was refused.
    AUDITORS {
        @Override
        boolean include(@Nullable Identity identity) {
            return identity != null && identity.actor().role() == Role.AUDITOR;
        }
    };

    abstract boolean include(@Nullable Identity identity);
}
