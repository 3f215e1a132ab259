package org.ccgledger.ledger;

import java.util.Set;

/// Something that a decision read, and up to where. The append is refused if more has come since.
public sealed interface Guard {

    /// The head of the snapshot in which it was read.
    long position();

    /// A stream, whatever the type of the events.
    record OfStream(String stream, long position) implements Guard {}

    /// Events of certain types under a tag.
    record OfTag(String tag, Set<String> types, long position) implements Guard {}
}
