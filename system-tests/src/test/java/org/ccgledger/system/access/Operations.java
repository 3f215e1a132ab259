package org.ccgledger.system.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The operations of an OpenAPI document, and bodies that fit their schemas.
final class Operations {

    private Operations() {}

    /// @param path with examples in place of its variables
    /// @param schema of its body, if it takes one that has a schema
    record Operation(String method, String template, String path, @Nullable JsonNode schema) {

        /// The name of the command, where it takes one.
        Optional<String> command() {
            return schema == null
                    ? Optional.empty()
                    : Optional.of(template.substring(template.lastIndexOf('/') + 1));
        }
    }

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        operations.add(
                                                new Operation(
                                                        operation.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        path.getKey()
                                                                .replaceAll("\\{[^}]*}", "02N"),
                                                        schema(operation.getValue())))));
        return operations;
    }

    private static @Nullable JsonNode schema(JsonNode operation) {
        JsonNode schema =
                operation.at("/requestBody/content").path("application/json").path("schema");
        return schema.isMissingNode() ? null : schema;
    }

    /// A body with the required fields alone, each as the schema's example has it.
    static JsonNode body(JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (schema.get("type").asString()) {
            case "object" -> {
                ObjectNode object = nodes.objectNode();
                schema.get("required")
                        .forEach(name ->
                                object.set(
                                        name.asString(),
                                        body(schema.get("properties").get(name.asString()))));
                yield object;
            }
            case "array" -> {
                ArrayNode array = nodes.arrayNode();
                array.add(body(schema.get("items")));
                yield array;
            }
            case "integer" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(false);
            default -> nodes.stringNode(text(schema));
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
