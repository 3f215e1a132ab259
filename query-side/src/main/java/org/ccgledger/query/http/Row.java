package org.ccgledger.query.http;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;

/// A row of an answer, its columns by their names in JSON, in order. What texts are searched by, of
/// type `tsvector`, is not shown.
public record Row(Map<String, @Nullable Object> columns) {

    public Row(Map<String, @Nullable Object> columns) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// Names in snake case become camel case; a day without end is nothing; `jsonb` is JSON.
    public static Row of(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (isShown(columns.getColumnTypeName(i))) {
                result.put(
                        camelCase(columns.getColumnLabel(i)),
                        value(row, i, columns.getColumnTypeName(i)));
            }
        }
        return new Row(result);
    }

    static List<String> columnsOf(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (isShown(columns.getColumnTypeName(i))) {
                names.add(camelCase(columns.getColumnLabel(i)));
            }
        }
        return names;
    }

    static boolean isShown(String type) {
        return !type.equals("tsvector");
    }

    public @Nullable Object get(String column) {
        return columns.get(column);
    }

    private static @Nullable Object value(ResultSet row, int column, String type)
            throws SQLException {
        if (type.equals("jsonb")) {
            String json = row.getString(column);
            return json == null ? null : EventJson.MAPPER.readTree(json);
        }
        return switch (row.getObject(column)) {
            case null -> null;
            case Date _ -> {
                LocalDate day = row.getObject(column, LocalDate.class);
                yield day.equals(LocalDate.MAX) ? null : day;
            }
            case Timestamp instant -> instant.toInstant();
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case Object value -> value;
        };
    }

    static String camelCase(String name) {
        StringBuilder result = new StringBuilder(name.length());
        for (String part : name.split("_", -1)) {
            result.append(
                    result.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return result.toString();
    }
}
