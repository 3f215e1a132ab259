package org.ccgledger.standalone;

import java.util.List;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the operations of the OpenAPI document share.
final class OpenApiComponents {

    private OpenApiComponents() {}

    /// @param named schemas that the operations refer to, by their names
    static ObjectNode all(ObjectNode named) {
        ObjectNode components = node();
        components
                .putObject("securitySchemes")
                .set("token", node().put("type", "http").put("scheme", "bearer"));
        components.set("parameters", parameters());
        components.set("responses", responses());
        ObjectNode schemas = schemas();
        named.propertyNames().stream().sorted().forEach(name -> schemas.set(name, named.get(name)));
        components.set("schemas", schemas);
        return components;
    }

    /// A response of JSON.
    ///
    /// @param schema by its name among the components
    static ObjectNode json(String description, String schema) {
        ObjectNode response = node().put("description", description);
        response.putObject("content").putObject("application/json").set("schema", schema(schema));
        return response;
    }

    /// The response to what goes on when it has been answered.
    static ObjectNode underWay() {
        ObjectNode response = json("It is under way: how far it has come.", "answer");
        response.putObject("headers")
                .putObject("Location")
                .put("description", "Where to ask how far it has come.")
                .set("schema", text());
        return response;
    }

    /// Of events as CloudEvents 1.0 has them.
    static ObjectNode cloudEvents() {
        ObjectNode events = node().put("type", "array");
        events.set("items", schema("answer"));
        return events;
    }

    /// One of the schemas, by its name.
    static ObjectNode schema(String name) {
        return node().put("$ref", "#/components/schemas/" + name);
    }

    /// A body of JSON.
    static ObjectNode accepted(String schema) {
        ObjectNode body = node().put("required", true);
        body.putObject("content").putObject("application/json").set("schema", schema(schema));
        return body;
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = node();
        parameters.set(
                "asOf",
                query(
                        "asOf",
                        "The day in force; today if it is left out.",
                        text().put("format", "date")));
        parameters.set(
                "knownAt",
                query(
                        "knownAt",
                        "What was known: a position of the ledger or an instant; all if it is left"
                                + " out.",
                        text()));
        parameters.set(
                "ConsistencyToken",
                header(
                        "Consistency-Token",
                        false,
                        "Of a receipt: the answer reflects what that recorded."));
        parameters.set(
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        true,
                        "16 to 128 characters of the sender's choice; what is sent twice under one"
                                + " is decided once."));
        parameters.set(
                "IfMatch",
                header(
                        "If-Match",
                        false,
                        "The version of the boundary that was decided on, as ETag gave it; the"
                                + " command is refused if there is a later one."));
        return parameters;
    }

    static ObjectNode query(String name, String description, ObjectNode schema) {
        ObjectNode parameter = node().put("name", name).put("in", "query");
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode header(String name, boolean required, String description) {
        ObjectNode parameter =
                node().put("name", name)
                        .put("in", "header")
                        .put("required", required)
                        .put("description", description);
        parameter.set("schema", node().put("type", "string"));
        return parameter;
    }

    private static ObjectNode responses() {
        ObjectNode problem =
                node().put(
                                "description",
                                "It was refused or could not be answered; `code` says why, `detail`"
                                        + " what to do, and `type` leads to a page about it.");
        problem.set("content", problem());
        ObjectNode responses = node();
        responses.set("problem", problem);
        return responses;
    }

    /// What a problem is told as.
    static ObjectNode problem() {
        ObjectNode content = node();
        content.putObject("application/problem+json").set("schema", schema("problem"));
        return content;
    }

    private static ObjectNode schemas() {
        ObjectNode schema = node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "code", "instance", "rule")) {
            properties.set(name, text());
        }
        properties.putObject("status").put("type", "integer");
        ArrayNode required = schema.putArray("required");
        List.of("type", "title", "status", "code", "detail").forEach(required::add);
        ObjectNode schemas = node();
        schemas.set("problem", schema);
        schemas.set("receipt", receipt());
        schemas.set("answer", node().put("type", "object").put("additionalProperties", true));
        schemas.set("tokenRequest", tokenRequest());
        schemas.set("token", token());
        return schemas;
    }

    private static ObjectNode receipt() {
        ObjectNode schema = object("commandId", "stream", "position", "recordedAt", "events");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("commandId", text().put("format", "uuid"));
        properties.set("stream", text());
        properties.set("version", integer());
        properties.set("position", integer());
        properties.set("recordedAt", text().put("format", "date-time"));
        ObjectNode event = object("id", "type", "version", "position", "leafHash");
        ObjectNode fields = (ObjectNode) event.get("properties");
        fields.set("id", text().put("format", "uuid"));
        fields.set("type", text());
        fields.set("version", integer());
        fields.set("position", integer());
        fields.set("leafHash", text());
        properties.putObject("events").put("type", "array").set("items", event);
        ObjectNode links = object();
        ((ObjectNode) links.get("properties")).set("self", text());
        ((ObjectNode) links.get("properties")).set("history", text());
        properties.set("links", links);
        return schema;
    }

    private static ObjectNode tokenRequest() {
        ObjectNode schema = object("actor", "role", "body");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("actor", text());
        ObjectNode role = text();
        ArrayNode roles = role.putArray("enum");
        for (Role one : Role.values()) {
            if (one != Role.SYSTEM) {
                roles.add(one.name());
            }
        }
        properties.set("role", role);
        properties.set("body", text());
        properties.set("onBehalfOf", text());
        properties.set("expiresIn", integer());
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode token() {
        ObjectNode schema = object("access_token", "token_type", "expires_in");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("access_token", text());
        properties.set("token_type", text());
        properties.set("expires_in", integer());
        return schema;
    }

    private static ObjectNode object(String... required) {
        ObjectNode schema = node().put("type", "object");
        schema.putObject("properties");
        ArrayNode names = schema.putArray("required");
        List.of(required).forEach(names::add);
        return schema;
    }

    private static ObjectNode text() {
        return node().put("type", "string");
    }

    private static ObjectNode integer() {
        return node().put("type", "integer").put("format", "int64");
    }

    private static ObjectNode node() {
        return EventJson.MAPPER.createObjectNode();
    }
}
