package org.ccgledger.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What one OpenAPI document promises and a later one does not keep, so that a caller of the first
/// would fail: operations, parameters and fields that are gone, types and enumerated values that
/// are, what has become required of a sender, and what an answer no longer holds.
final class Promises {

    private static final String CONTENT = "/content/application~1json/schema";

    private final List<String> broken = new ArrayList<>();

    private Promises() {}

    static List<String> broken(JsonNode before, JsonNode now) {
        Promises promises = new Promises();
        before.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        promises.operation(
                                                operation.getKey() + " " + path.getKey(),
                                                operation.getValue(),
                                                now.path("paths")
                                                        .path(path.getKey())
                                                        .path(operation.getKey()))));
        return promises.broken;
    }

    private void operation(String what, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            broken.add(what + " is gone");
            return;
        }
        Set<String> parameters = new HashSet<>();
        now.path("parameters").forEach(parameter -> parameters.add(name(parameter)));
        before.path("parameters")
                .forEach(parameter -> {
                    if (!parameters.contains(name(parameter))) {
                        broken.add(what + " has no parameter " + name(parameter));
                    }
                });
        String body = "/requestBody" + CONTENT;
        if (!now.at(body).isMissingNode()) {
            schema(what, before.at(body), now.at(body));
        }
        before.path("responses")
                .properties()
                .forEach(answer -> {
                    JsonNode told = answer.getValue().at(CONTENT);
                    if (!told.isMissingNode()) {
                        answer(
                                what + " answering " + answer.getKey(),
                                told,
                                now.path("responses").path(answer.getKey()).at(CONTENT));
                    }
                });
    }

    /// Whoever reads an answer misses what it holds no more, and stumbles over another type.
    private void answer(String what, JsonNode before, JsonNode now) {
        if (!before.path("type").equals(now.path("type"))) {
            broken.add(what + " is a " + now.path("type") + " and was a " + before.path("type"));
        }
        Set<JsonNode> always = new HashSet<>();
        now.path("required").forEach(always::add);
        before.path("required")
                .forEach(field -> {
                    if (!always.contains(field)) {
                        broken.add(what + " can now lack " + field);
                    }
                });
        before.path("properties")
                .properties()
                .forEach(field -> {
                    JsonNode still = now.path("properties").path(field.getKey());
                    if (still.isMissingNode()) {
                        broken.add(what + " has no field " + field.getKey());
                    } else {
                        answer(what + "/" + field.getKey(), field.getValue(), still);
                    }
                });
        if (before.has("items")) {
            answer(what + "[]", before.get("items"), now.path("items"));
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.has("$ref")
                ? parameter.get("$ref").asString()
                : parameter.get("in").asString() + " " + parameter.get("name").asString();
    }

    private void schema(String what, JsonNode before, JsonNode now) {
        if (!before.path("type").equals(now.path("type"))) {
            broken.add(what + " is a " + now.path("type") + " and was a " + before.path("type"));
        }
        Set<JsonNode> values = new HashSet<>();
        now.path("enum").forEach(values::add);
        before.path("enum")
                .forEach(value -> {
                    if (!values.contains(value)) {
                        broken.add(what + " cannot be " + value);
                    }
                });
        Set<JsonNode> required = new HashSet<>();
        before.path("required").forEach(required::add);
        now.path("required")
                .forEach(field -> {
                    if (!required.contains(field)) {
                        broken.add(what + " now requires " + field);
                    }
                });
        before.path("properties")
                .properties()
                .forEach(field -> {
                    JsonNode still = now.path("properties").path(field.getKey());
                    if (still.isMissingNode()) {
                        broken.add(what + " has no field " + field.getKey());
                    } else {
                        schema(what + "/" + field.getKey(), field.getValue(), still);
                    }
                });
        if (before.has("items")) {
            schema(what + "[]", before.get("items"), now.path("items"));
        }
    }
}
