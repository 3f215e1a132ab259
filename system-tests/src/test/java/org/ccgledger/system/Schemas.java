package org.ccgledger.system;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ccgledger.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of an OpenAPI document, and answers held against them.
public final class Schemas {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, Schema> read = new ConcurrentHashMap<>();
    private final JsonNode paths;

    public Schemas(JsonNode document) {
        this.paths = inPlace(document).get("paths");
    }

    /// What an answer holds that the document does not say of it, or lacks that it says.
    ///
    /// @param template the path, as the document has it
    public List<String> faults(String method, String template, HttpResponse<String> answer) {
        JsonNode answers =
                paths.path(template).path(method.toLowerCase(Locale.ROOT)).path("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode told = answers.has(status) ? answers.get(status) : answers.path("default");
        if (told.isMissingNode()) {
            return List.of("It says nothing of " + status);
        }
        String form =
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = told.path("content");
        if (content.isMissingNode()) {
            return List.of();
        }
        if (!content.has(form)) {
            return List.of("It says nothing of " + form);
        }
        JsonNode schema = content.get(form).get("schema");
        if (schema == null || !form.endsWith("json")) {
            return List.of();
        }
        return read
                .computeIfAbsent(
                        String.join(" ", method, template, status, form),
                        _ -> SCHEMAS.getSchema(schema))
                .validate(EventJson.MAPPER.readTree(answer.body()))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// The document with every schema, and every answer, in place of the reference to it.
    public static JsonNode inPlace(JsonNode document) {
        return inPlace(document, document);
    }

    private static JsonNode inPlace(JsonNode node, JsonNode document) {
        String reference = node.path("$ref").asString("");
        if (reference.startsWith("#/components/schemas/")
                || reference.startsWith("#/components/responses/")) {
            return inPlace(document.at(reference.substring(1)), document);
        }
        JsonNode told = node.deepCopy();
        switch (told) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(field -> field.setValue(inPlace(field.getValue(), document)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, inPlace(array.get(i), document));
                }
            }
            default -> {
                // It refers to nothing.
            }
        }
        return told;
    }
}
