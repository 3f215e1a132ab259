package org.ccgledger.command.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;

/// Something that a body asks for. Its fields are what it decides or records; who asks, from when,
/// under which authority and why stand beside it in the [Envelope].
public interface Command {

    /// The bodies that may send it where the sender's role belongs to one body; empty where it
    /// belongs to none.
    Set<BodyRef> senders();

    /// The group that it is about, where that does not follow from who may send it.
    default Optional<CcgCode> about() {
        return Optional.empty();
    }

    /// What is wrong between its fields, beyond the form of each.
    default List<FieldError> fieldErrors() {
        return List.of();
    }

    /// A field that cannot be read as what it should be.
    ///
    /// @param pointer JSON pointer to the field
    record FieldError(String pointer, String message) {}
}
