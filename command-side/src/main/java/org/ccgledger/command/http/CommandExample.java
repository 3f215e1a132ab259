package org.ccgledger.command.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A body of a command that can be read as one; whether it is accepted depends on the ledger.
///
/// It is made of the schema. Where fields have to be more to one another than a schema can say,
/// `examples.json` holds what differs, as a JSON merge patch (RFC 7396).
public final class CommandExample {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode DIFFERENCES = differences();

    private CommandExample() {}

    /// With the fields that are required, its reasons and an authority.
    public static ObjectNode of(CommandTypes.Type type) {
        ObjectNode example = (ObjectNode) value(CommandSchema.of(type));
        merge(example, DIFFERENCES.path(type.name()));
        example.put("effectiveOn", "2014-06-02").put("reasons", "It serves patients best.");
        example.set(
                "authority",
                NODES.objectNode().put("instrument", "NHS Act 2006").put("provision", "s.3"));
        return example;
    }

    private static JsonNode differences() {
        try (InputStream file =
                Objects.requireNonNull(CommandExample.class.getResourceAsStream("examples.json"))) {
            return EventJson.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties()
                .forEach(field -> {
                    if (field.getValue().isObject()
                            && into.get(field.getKey()) instanceof ObjectNode inner) {
                        merge(inner, field.getValue());
                    } else {
                        into.set(field.getKey(), field.getValue());
                    }
                });
    }

    private static JsonNode value(JsonNode schema) {
        return switch (schema.get("type").asString()) {
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                schema.get("required")
                        .forEach(name ->
                                object.set(
                                        name.asString(),
                                        value(schema.get("properties").get(name.asString()))));
                yield object;
            }
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                array.add(value(schema.get("items")));
                yield array;
            }
            case "integer" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0).asString();
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> "2014-06-02";
            case "uuid" -> "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11";
            default ->
                    schema.path("pattern").asString("").startsWith("^\\d{4}")
                            ? "2014-06"
                            : schema.has("pattern") ? "1.00" : "Text";
        };
    }
}
