package org.ccgledger.command.http;

import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.RecordSchema;
import tools.jackson.databind.node.ObjectNode;

/// What the body of a command holds: its own fields, and what stands beside those of every command.
public final class CommandSchema {

    private CommandSchema() {}

    /// As JSON Schema 2020-12.
    public static ObjectNode of(CommandTypes.Type type) {
        return RecordSchema.ofBody(type.name(), CommandReader.fieldsOf(type));
    }
}
