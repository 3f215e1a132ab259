package org.ccgledger.query.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is answered, in both shapes that it can take.
///
/// @param fields of the JSON body, after `asOf` and `knownAt`
/// @param columns of the table, for CSV and NDJSON
/// @param rows of the table
/// @param pages where others are, by what they are to this one: `next`, `prev`
public record Answer(
        Map<String, ? extends @Nullable Object> fields,
        List<String> columns,
        List<Row> rows,
        Map<String, String> pages) {

    /// An answer on one page, with at least one row.
    public static Answer of(Map<String, ? extends @Nullable Object> fields, List<Row> rows) {
        return new Answer(fields, List.copyOf(rows.getFirst().columns().keySet()), rows, Map.of());
    }
}
