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
            same(this::body, what, before.at(body), now.at(body));
        }
        before.path("responses")
                .properties()
                .forEach(answer -> {
                    JsonNode told = answer.getValue().at(CONTENT);
                    if (!told.isMissingNode()) {
                        same(
                                this::answer,
                                what + " answering " + answer.getKey(),
                                told,
                                now.path("responses").path(answer.getKey()).at(CONTENT));
                    }
                });
    }

    private static String name(JsonNode parameter) {
        return parameter.has("$ref")
                ? parameter.get("$ref").asString()
                : parameter.get("in").asString() + " " + parameter.get("name").asString();
    }

    /// What one side of a schema has to keep beside types and fields.
    @FunctionalInterface
    private interface Kept {
        void compare(String what, JsonNode before, JsonNode now);
    }

    /// Types and fields stay in whatever is sent or answered, and what else is kept of it.
    private void same(Kept kept, String what, JsonNode before, JsonNode now) {
        if (!before.path("type").equals(now.path("type"))) {
            broken.add(what + " is a " + now.path("type") + " and was a " + before.path("type"));
        }
        kept.compare(what, before, now);
        before.path("properties")
                .properties()
                .forEach(field -> {
                    JsonNode still = now.path("properties").path(field.getKey());
                    if (still.isMissingNode()) {
                        broken.add(what + " has no field " + field.getKey());
                    } else {
                        same(kept, what + "/" + field.getKey(), field.getValue(), still);
                    }
                });
        if (before.has("items")) {
            same(kept, what + "[]", before.get("items"), now.path("items"));
        }
    }

    /// Whoever sends a body may send what they could, and need send no more.
    private void body(String what, JsonNode before, JsonNode now) {
        missing(before, now, "enum").forEach(value -> broken.add(what + " cannot be " + value));
        missing(now, before, "required")
                .forEach(field -> broken.add(what + " now requires " + field));
    }

    /// Whoever reads an answer finds what was always in it.
    private void answer(String what, JsonNode before, JsonNode now) {
        missing(before, now, "required")
                .forEach(field -> broken.add(what + " can now lack " + field));
    }

    /// What one schema lists under a name and the other does not.
    private static List<JsonNode> missing(JsonNode in, JsonNode from, String name) {
        Set<JsonNode> listed = new HashSet<>();
        from.path(name).forEach(listed::add);
        List<JsonNode> missing = new ArrayList<>();
        in.path(name).forEach(missing::add);
        missing.removeAll(listed);
        return missing;
    }
}
