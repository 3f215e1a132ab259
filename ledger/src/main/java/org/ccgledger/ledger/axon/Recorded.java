package org.ccgledger.ledger.axon;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.ccgledger.ledger.StoredEvent;

/// Where an event stands in the ledger, as a message of Axon's carries it in its metadata.
///
/// @param schemaVersion in which it is stored, whatever it is read as
/// @param metadata of the command, UTF-8 JSON as stored
/// @param leafPrefix the first four bytes of the leaf hash, in hex
public record Recorded(
        long position,
        Instant recordedAt,
        String stream,
        long version,
        UUID commandId,
        UUID eventId,
        int schemaVersion,
        String metadata,
        String leafPrefix) {

    private static final String POSITION = "position";
    private static final String RECORDED_AT = "recordedAt";
    private static final String STREAM = "stream";
    private static final String VERSION = "version";
    private static final String COMMAND_ID = "commandId";
    private static final String SCHEMA_VERSION = "schemaVersion";
    private static final String METADATA = "metadata";
    private static final String LEAF = "leaf";

    /// Reads it back from a message, wherever the message has been meanwhile.
    public static Recorded of(EventMessage<?> message) {
        Map<String, Object> metadata = message.getMetaData();
        return new Recorded(
                ((Number) value(metadata, POSITION)).longValue(),
                instant(value(metadata, RECORDED_AT)),
                (String) value(metadata, STREAM),
                ((Number) value(metadata, VERSION)).longValue(),
                UUID.fromString((String) value(metadata, COMMAND_ID)),
                UUID.fromString(message.getIdentifier()),
                // What was parked while all events were of version 1 does not say so.
                ((Number) metadata.getOrDefault(SCHEMA_VERSION, 1)).intValue(),
                (String) value(metadata, METADATA),
                (String) value(metadata, LEAF));
    }

    /// A message that was stored meanwhile has it as text.
    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : Instant.parse((String) value);
    }

    /// The stream of a message's event, without reading the rest.
    public static String streamOf(EventMessage<?> message) {
        return (String) value(message.getMetaData(), STREAM);
    }

    static Map<String, Object> metadataOf(StoredEvent event) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(POSITION, event.position());
        metadata.put(RECORDED_AT, event.recordedAt());
        metadata.put(STREAM, event.stream());
        metadata.put(VERSION, event.version());
        metadata.put(COMMAND_ID, event.commandId().toString());
        metadata.put(SCHEMA_VERSION, event.schemaVersion());
        metadata.put(
                METADATA, new String(event.metadata(), java.nio.charset.StandardCharsets.UTF_8));
        metadata.put(LEAF, java.util.HexFormat.of().formatHex(event.leafHash(), 0, 4));
        return metadata;
    }

    private static Object value(Map<String, ?> metadata, String key) {
        Object value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The message does not come from a ledger: it has no " + key);
        }
        return value;
    }
}
