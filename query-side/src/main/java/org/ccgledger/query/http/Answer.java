package org.ccgledger.query.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is answered, in both shapes that it can take.
///
/// @param fields of the JSON body, after `asOf` and `knownAt`
/// @param rows of the table, for CSV and NDJSON
/// @param next where the next page is
public record Answer(
        Map<String, ? extends @Nullable Object> fields, List<Row> rows, Optional<String> next) {

    public static Answer of(Map<String, ? extends @Nullable Object> fields, List<Row> rows) {
        return new Answer(fields, rows, Optional.empty());
    }
}
