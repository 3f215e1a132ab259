package org.ccgledger.query.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.jspecify.annotations.Nullable;

/// What a report says, whichever form it takes.
///
/// @param kind what sort of report it is, in words of ours
/// @param title what it is about, in words that may be anybody's
/// @param parts in the order in which they are read
record Report(String kind, String title, List<Part> parts) {

    /// A section with a heading: facts by their names, a table, or both.
    ///
    /// @param note says what the section holds, or what it leaves out
    record Part(
            String heading,
            String note,
            Map<String, @Nullable Object> facts,
            @Nullable Table table) {

        Part {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        static Part of(String heading, String note, Map<String, @Nullable Object> facts) {
            return new Part(heading, note, facts, null);
        }

        static Part of(String heading, String note, Table table) {
            return new Part(heading, note, Map.of(), table);
        }
    }

    /// A path of this ledger, where more is to be found.
    record Link(@JsonValue String path) {}

    /// As programs read it.
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("title", title);
        body.put("parts", parts.stream().map(Report::body).toList());
        return body;
    }

    private static Map<String, Object> body(Part part) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("heading", part.heading());
        body.put("note", part.note());
        body.put("facts", part.facts());
        Table table = part.table();
        if (table != null) {
            body.put("columns", table.columns());
            body.put("rows", table.rows().stream().map(Row::columns).toList());
        }
        return body;
    }
}
