package org.ccgledger.query.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What differs, field by field, between the answer about one thing at one point and that at
/// another.
///
/// Where there was no such thing at a point, nothing was said of it there. A list within the answer
/// is one field.
///
/// @param changes in the order of the answer
/// @param unchanged how many fields say the same
record OneDifference(List<FieldChange> changes, int unchanged) {

    private static final List<String> COLUMNS = List.of("field", "change", "before", "after");

    /// A field that says something else.
    ///
    /// @param field by its name, that of one within another behind a dot
    record FieldChange(
            String field, Change change, @Nullable JsonNode before, @Nullable JsonNode after) {

        private Row row() {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>();
            columns.put("field", field);
            columns.put("change", change.name());
            columns.put("before", text(before));
            columns.put("after", text(after));
            return new Row(columns);
        }

        private static @Nullable String text(@Nullable JsonNode value) {
            return value == null ? null : value.isString() ? value.asString() : value.toString();
        }
    }

    private record Counts(long added, long removed, long changed, int unchanged) {}

    static OneDifference between(Optional<Answer> before, Optional<Answer> after) {
        Map<String, JsonNode> then = fields(before);
        Map<String, JsonNode> now = fields(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = then.get(name);
            JsonNode is = now.get(name);
            if (was == null || !was.equals(is)) {
                changes.add(new FieldChange(name, Change.of(was, is), was, is));
            }
        }
        return new OneDifference(changes, names.size() - changes.size());
    }

    private static Map<String, JsonNode> fields(Optional<Answer> answer) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        answer.map(Answer::fields)
                .map(said -> EventJson.MAPPER.<JsonNode>valueToTree(said))
                .ifPresent(said -> collect("", said, fields));
        return fields;
    }

    /// What is empty says nothing.
    private static void collect(String within, JsonNode object, Map<String, JsonNode> fields) {
        object.properties()
                .forEach(field -> {
                    String name = within + field.getKey();
                    JsonNode value = field.getValue();
                    if (value.isObject()) {
                        collect(name + ".", value, fields);
                    } else if (!value.isNull()) {
                        fields.put(name, value);
                    }
                });
    }

    /// As an answer.
    ///
    /// @param points the two points, by the fields under which they are answered
    Answer answer(Map<String, ?> points) {
        Map<Change, Long> counts =
                changes.stream()
                        .collect(Collectors.groupingBy(FieldChange::change, Collectors.counting()));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(points);
        fields.put(
                "counts",
                new Counts(
                        counts.getOrDefault(Change.ADDED, 0L),
                        counts.getOrDefault(Change.REMOVED, 0L),
                        counts.getOrDefault(Change.CHANGED, 0L),
                        unchanged));
        fields.put("changes", changes);
        return new Answer(
                fields, COLUMNS, changes.stream().map(FieldChange::row).toList(), Map.of());
    }
}
