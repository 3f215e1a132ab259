package org.ccgledger.query.feed;

import java.util.List;
import java.util.function.Supplier;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.query.audit.CloudEvents;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes the feed as AsyncAPI 3.0 has it: a message for each type of event, made from the types
/// there are.
@RestController
final class AsyncApi {

    private static final String CHANNEL = "events";
    private static final String TOKEN = "token";
    private static final String ENVELOPE = "CloudEvent";
    private static final String OF_THE_LEDGER = "ledger.v1";

    private final Supplier<ObjectNode> document = SingletonSupplier.of(AsyncApi::made);

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/asyncapi.json")
    ObjectNode document() {
        return document.get();
    }

    private static ObjectNode made() {
        ObjectNode document = node().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "CCG Ledger: feed")
                .put("version", "1")
                .put(
                        "description",
                        "Every event of the ledger in the order of its positions, as server-sent"
                                + " events. `id` is the event's token: sent back as Last-Event-ID"
                                + " it goes on after that event. `event` is the type without its"
                                + " version, `data` a CloudEvent.");
        document.put("defaultContentType", "application/cloudevents+json");
        ObjectNode messages = node();
        ObjectNode listed = node();
        EventTypes.all()
                .forEach(type ->
                        add(
                                messages,
                                listed,
                                CloudEvents.type(type.name(), type.version()),
                                of(type)));
        add(messages, listed, OF_THE_LEDGER, ofTheLedger());
        document.putObject("channels")
                .putObject(CHANNEL)
                .put("address", FeedApi.PATH)
                .set("messages", listed);
        ObjectNode operation =
                document.putObject("operations").putObject("follow").put("action", "send");
        operation.set("channel", ref("#/channels/" + CHANNEL));
        operation.putArray("security").add(ref("#/components/securitySchemes/" + TOKEN));
        operation
                .putObject("bindings")
                .putObject("http")
                .put("method", "GET")
                .put("bindingVersion", "0.3.0")
                .set("query", query());
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.putObject("schemas").set(ENVELOPE, envelope());
        components
                .putObject("securitySchemes")
                .putObject(TOKEN)
                .put("type", "http")
                .put("scheme", "bearer");
        return document;
    }

    private static void add(
            ObjectNode messages, ObjectNode listed, String name, ObjectNode message) {
        messages.set(name, message);
        listed.set(name, ref("#/components/messages/" + name));
    }

    private static ObjectNode of(EventType type) {
        String name = CloudEvents.type(type.name(), type.version());
        ObjectNode message = node().put("name", type.name()).put("title", name);
        ObjectNode properties = node();
        properties.putObject("type").put("const", name);
        properties.set("data", ref(CloudEvents.schema(type.name(), type.version())));
        message.set("payload", envelopeWith(properties));
        return message;
    }

    /// What the ledger records of itself: its keys, and that it was restored.
    private static ObjectNode ofTheLedger() {
        ObjectNode message = node().put("name", "ledger").put("title", "Of the ledger itself");
        ObjectNode properties = node();
        properties.putObject("type").put("pattern", "^ledger\\.");
        properties.putObject("data").put("type", "object");
        message.set("payload", envelopeWith(properties));
        return message;
    }

    private static ObjectNode envelopeWith(ObjectNode properties) {
        ObjectNode payload = node();
        ArrayNode all = payload.putArray("allOf").add(ref("#/components/schemas/" + ENVELOPE));
        all.addObject().set("properties", properties);
        return payload;
    }

    private static ObjectNode envelope() {
        ObjectNode schema = node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        properties.putObject("source").put("const", CloudEvents.SOURCE);
        properties.putObject("position").put("type", "integer").put("minimum", 1);
        List.of("type", "subject", "datacontenttype", "actor", "authority", "correlationid")
                .forEach(name -> properties.set(name, text("")));
        properties.set("id", text("uuid"));
        properties.set("causationid", text("uuid"));
        properties.set("time", text("date-time"));
        properties.set("effectiveon", text("date"));
        properties.set("dataschema", text("uri-reference"));
        properties.putObject("data").put("type", "object");
        ArrayNode required = schema.putArray("required");
        List.of(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "position",
                        "effectiveon",
                        "data")
                .forEach(required::add);
        return schema;
    }

    private static ObjectNode query() {
        ObjectNode query = node().put("type", "object");
        ObjectNode properties = query.putObject("properties");
        properties
                .putObject("from")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "The position to begin with; what is recorded from now on if it is left"
                                + " out.");
        ObjectNode types = properties.putObject("type").put("type", "array");
        types.put("description", "Types without their versions; all if it is left out.");
        types.set("items", text(""));
        properties.putObject("stream").put("type", "string");
        return query.put("additionalProperties", false);
    }

    private static ObjectNode text(String format) {
        ObjectNode schema = node().put("type", "string");
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    private static ObjectNode ref(String to) {
        return node().put("$ref", to);
    }

    private static ObjectNode node() {
        return EventJson.MAPPER.createObjectNode();
    }
}
