package org.ccgledger.verifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the ways in which events are found, by tags, by streams and by commands, against the
/// events.
///
/// @param <X> how it shows that something cannot be read
interface Indexes<X extends Exception> {

    /// Takes the next event, in the order of positions.
    ///
    /// @param body what its body says, if it can be read
    void event(StoredLeaf leaf, @Nullable LeafBody body);

    /// Looks at what is left when all events have come.
    ///
    /// @param isWhole whether no position was missing
    void end(boolean isWhole) throws X;

    /// What was not looked at, in sentences.
    List<String> notChecked();
}
