package org.ccgledger.command.handling;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.ccgledger.ledger.Guard;
import org.jspecify.annotations.Nullable;

/// What a decision read, and the position up to which it did: a stream, or a tag with types of
/// events.
///
/// @param types in the order of their names
public record RecordedRead(
        @Nullable String stream, @Nullable String tag, @Nullable Set<String> types, long position) {

    public RecordedRead {
        types = types == null ? null : Collections.unmodifiableSet(new TreeSet<>(types));
    }

    static RecordedRead of(Guard guard) {
        return switch (guard) {
            case Guard.OfStream(var stream, var position) ->
                    new RecordedRead(stream, null, null, position);
            case Guard.OfTag(var tag, var types, var position) ->
                    new RecordedRead(null, tag, types, position);
        };
    }
}
