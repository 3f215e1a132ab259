package org.ccgledger.query.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What differs between the rows of a list at one point and those at another.
///
/// A row is told by its key: one that only the later point has was added, one that only the earlier
/// has was removed, and one that both have in other words was changed.
///
/// @param columns of the list
/// @param added in the order of the list, as the others are
/// @param unchanged how many rows are the same
record Difference(
        List<String> columns,
        List<Row> added,
        List<Row> removed,
        List<Changed> changed,
        int unchanged) {

    /// The column of a table that says what became of a row.
    private static final String CHANGE = "difference";

    /// A row that says something else.
    ///
    /// @param key by which it is the same row, with its columns
    record Changed(Map<String, @Nullable Object> key, Row before, Row after) {

        /// For JSON: of the columns those that changed, with what each said and says.
        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("key", key);
            json.put("columns", columns());
            return json;
        }

        private Map<String, @Nullable Object> columns() {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>();
            after.columns()
                    .forEach((name, value) -> {
                        if (!Objects.equals(before.get(name), value)) {
                            Map<String, @Nullable Object> both = new LinkedHashMap<>();
                            both.put("before", before.get(name));
                            both.put("after", value);
                            columns.put(name, both);
                        }
                    });
            return columns;
        }
    }

    private record Counts(int added, int removed, int changed, int unchanged) {}

    /// Compares the rows of one list.
    ///
    /// @param key the columns that tell rows apart
    static Difference between(
            List<String> columns, List<String> key, List<Row> before, List<Row> after) {
        Map<Map<String, @Nullable Object>, Row> gone = byKey(key, before);
        List<Row> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<Map<String, @Nullable Object>, Row> now : byKey(key, after).entrySet()) {
            Row then = gone.remove(now.getKey());
            if (then == null) {
                added.add(now.getValue());
            } else if (then.equals(now.getValue())) {
                unchanged++;
            } else {
                changed.add(new Changed(now.getKey(), then, now.getValue()));
            }
        }
        return new Difference(columns, added, List.copyOf(gone.values()), changed, unchanged);
    }

    private static Map<Map<String, @Nullable Object>, Row> byKey(List<String> key, List<Row> rows) {
        Map<Map<String, @Nullable Object>, Row> byKey = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            key.forEach(column -> told.put(column, row.get(column)));
            if (byKey.put(told, row) != null) {
                throw new IllegalStateException("Two rows have the key " + told);
            }
        }
        return byKey;
    }

    /// As an answer: in a table a row that was changed stands twice, as it was and as it is.
    ///
    /// @param points the two points, by the fields under which they are answered
    Answer answer(Map<String, ?> points) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(points);
        fields.put("counts", new Counts(added.size(), removed.size(), changed.size(), unchanged));
        fields.put("added", added.stream().map(Row::columns).toList());
        fields.put("removed", removed.stream().map(Row::columns).toList());
        fields.put("changed", changed.stream().map(Changed::json).toList());
        List<Row> table =
                Stream.of(
                                added.stream().map(row -> line("ADDED", row)),
                                removed.stream().map(row -> line("REMOVED", row)),
                                changed.stream()
                                        .flatMap(row ->
                                                Stream.of(
                                                        line("CHANGED_FROM", row.before()),
                                                        line("CHANGED_TO", row.after()))))
                        .flatMap(lines -> lines)
                        .toList();
        return new Answer(
                fields,
                Stream.concat(Stream.of(CHANGE), columns.stream()).toList(),
                table,
                Map.of());
    }

    private static Row line(String change, Row row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(CHANGE, change);
        columns.putAll(row.columns());
        return new Row(columns);
    }
}
