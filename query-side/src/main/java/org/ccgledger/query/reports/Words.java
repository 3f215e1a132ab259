package org.ccgledger.query.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Names and values as a reader wants them.
final class Words {

    /// For what there is nothing of.
    static final String NOTHING = "–";

    private static final Map<String, String> LABELS =
            Map.of(
                    "ccg", "CCG",
                    "ccgName", "CCG name",
                    "ods", "ODS code",
                    "sha256", "SHA-256",
                    "siNumber", "SI number",
                    "gp", "GP");

    private Words() {}

    /// A column's name, such as `committeeName`, as a heading.
    static String label(String name) {
        String known = LABELS.get(name);
        if (known != null) {
            return known;
        }
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean flag -> flag ? "yes" : "no";
            case JsonNode json -> of(json);
            case Report.Link link -> link.path();
            case Collection<?> list ->
                    list.isEmpty()
                            ? NOTHING
                            : list.stream().map(Words::of).collect(Collectors.joining("; "));
            case Object other -> other.toString().isBlank() ? NOTHING : other.toString();
        };
    }

    private static String of(JsonNode json) {
        if (json.isArray()) {
            return of(json.valueStream().toList());
        }
        if (json.isObject()) {
            List<String> fields = new ArrayList<>();
            json.properties()
                    .forEach(field ->
                            fields.add(label(field.getKey()) + ": " + of(field.getValue())));
            return fields.isEmpty() ? NOTHING : String.join(", ", fields);
        }
        if (json.isBoolean()) {
            return of((Object) json.booleanValue());
        }
        return json.isNull() ? NOTHING : of((Object) json.asString());
    }
}
