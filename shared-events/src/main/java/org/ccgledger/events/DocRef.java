package org.ccgledger.events;

import org.jspecify.annotations.Nullable;

/// A document by title and, where known, address and SHA-256 digest in hex. Titles are official
/// text, not personal.
public record DocRef(String title, @Nullable String uri, @Nullable String sha256) {

    public static DocRef titled(String title) {
        return new DocRef(title, null, null);
    }
}
