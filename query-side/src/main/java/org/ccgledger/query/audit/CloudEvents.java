package org.ccgledger.query.audit;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Events as CloudEvents 1.0, for services that take what happened from many sources.
///
/// Their data is the fact as the ledger holds it; of what is personal it names the subject alone.
public final class CloudEvents {

    /// Where they come from, relative to the ledger's address.
    public static final String SOURCE = "/v1/audit/events";

    private static final Set<String> SCHEMAS =
            EventTypes.all().stream()
                    .map(type -> schema(type.name(), type.version()))
                    .collect(Collectors.toUnmodifiableSet());

    private CloudEvents() {}

    /// The event with its attributes; what its command did not say is left out.
    public static ObjectNode of(StoredEvent stored) {
        JsonNode metadata = EventJson.MAPPER.readTree(stored.metadata());
        ObjectNode event =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", stored.eventId().toString())
                        .put("source", SOURCE)
                        .put("type", type(stored.type(), stored.schemaVersion()))
                        .put("subject", stored.stream())
                        .put("time", stored.recordedAt().toString())
                        .put("datacontenttype", "application/json");
        String schema = schema(stored.type(), stored.schemaVersion());
        if (SCHEMAS.contains(schema)) {
            event.put("dataschema", schema);
        }
        event.put("position", stored.position())
                .put("effectiveon", stored.effectiveOn().toString());
        put(event, "actor", metadata.at("/actor/id").asString(""));
        put(event, "authority", authority(metadata.path("authority")));
        put(event, "correlationid", metadata.path("correlationId").asString(""));
        put(event, "causationid", metadata.path("causationId").asString(""));
        event.set("data", EventJson.MAPPER.readTree(stored.fact()));
        return event;
    }

    /// The type of an event of some name and version.
    public static String type(String name, int version) {
        return name + ".v" + version;
    }

    /// Where the schema of an event's data is, relative to the ledger's address.
    public static String schema(String name, int version) {
        return "/v1/event-types/" + name + "/" + version + "/schema";
    }

    /// An attribute is a text, so the parts of an authority come as one.
    private static String authority(JsonNode authority) {
        return Stream.of("instrument", "provision", "delegation")
                .map(part -> authority.path(part).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static void put(ObjectNode event, String attribute, String value) {
        if (!value.isEmpty()) {
            event.put(attribute, value);
        }
    }
}
