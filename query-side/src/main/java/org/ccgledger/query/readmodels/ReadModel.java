package org.ccgledger.query.readmodels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table that the lists are made from: a timeline, a row an event, or what never changes.
///
/// @param key the columns that tell rows apart, and the order of the rows
public record ReadModel(
        String name, @Nullable String description, List<Column> columns, List<String> key) {

    private static final String KNOWN_FROM = "known_from";
    private static final String KNOWN_TO = "known_to";
    private static final String POSITION = "position";

    /// Where projections keep how they run.
    private static final String NO_READ_MODELS =
            "('token_entry', 'dead_letter_entry', 'progress', 'schema_history')";

    /// What is made of other columns is left out. A column that has no comment is described as by
    /// the views that show it under its name.
    private static final String COLUMNS =
            """
            select c.relname, obj_description(c.oid) as about, a.attname, format_type(a.atttypid, null) as type,
                   a.attnotnull,
                   coalesce(col_description(c.oid, a.attnum), (
                       select col_description(v.oid, shown.attnum) from pg_class v
                       join pg_attribute shown on shown.attrelid = v.oid and shown.attname = a.attname
                       join pg_rewrite r on r.ev_class = v.oid
                       join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                       join pg_attribute read on read.attrelid = d.refobjid and read.attnum = d.refobjsubid
                           and read.attname = a.attname
                       where v.relnamespace = 'reporting'::regnamespace
                         and d.refobjid in (c.oid, to_regclass('projection.' || c.relname || '_at'))
                         and col_description(v.oid, shown.attnum) is not null
                       order by v.relname limit 1)) as description,
                   1 + array_position(i.indkey::int[], a.attnum::int) as place
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
            where c.relnamespace = 'projection'::regnamespace and c.relkind = 'r' and c.relname not in %s
            order by c.relname, a.attnum
            """
                    .formatted(NO_READ_MODELS);

    public ReadModel {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /// A column.
    ///
    /// @param isList whether it holds lists, which are JSON in CSV
    /// @param required whether every row has a value there
    public record Column(
            String name,
            ColumnType type,
            boolean isList,
            boolean required,
            @Nullable String description) {

        private static final String LIST = "[]";

        static Column of(ResultSet row) throws SQLException {
            String type = row.getString("type");
            boolean isList = type.endsWith(LIST);
            return new Column(
                    row.getString("attname"),
                    ColumnType.of(isList ? type.substring(0, type.length() - LIST.length()) : type),
                    isList,
                    row.getBoolean("attnotnull"),
                    row.getString("description"));
        }

        /// Where an end that never comes is none.
        Column endless() {
            return new Column(name, type, isList, false, description);
        }

        /// The SQL expression of its cells.
        String cell(long end) {
            String value = "t.\"" + name + '"';
            if (name.equals(KNOWN_TO)) {
                return "case when %1$s <= %2$d then %1$s end".formatted(value, end);
            }
            return isList ? "to_json(" + value + ")" : type.cell(value);
        }
    }

    /// A row of the catalogue.
    ///
    /// @param place in the key; 0 if it is not in it
    private record Entry(String table, @Nullable String description, Column column, int place) {

        static Entry of(ResultSet row, int number) throws SQLException {
            return new Entry(
                    row.getString("relname"),
                    row.getString("about"),
                    Column.of(row),
                    row.getInt("place"));
        }
    }

    /// All that the database holds, in the order of their names.
    public static List<ReadModel> all(JdbcClient sql) {
        Map<String, List<Entry>> tables =
                sql.sql(COLUMNS).query(Entry::of).list().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Entry::table, LinkedHashMap::new, Collectors.toList()));
        List<ReadModel> all = new ArrayList<>();
        tables.forEach((name, entries) ->
                all.add(
                        new ReadModel(
                                name,
                                entries.getFirst().description(),
                                entries.stream().map(ReadModel::described).toList(),
                                key(entries))));
        return all;
    }

    private static Column described(Entry entry) {
        Column column = entry.column();
        boolean isEnd = column.name().equals(KNOWN_TO) || column.type() == ColumnType.DATE;
        return isEnd && entry.place() == 0 ? column.endless() : column;
    }

    private static List<String> key(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.place() > 0)
                .sorted(Comparator.comparingInt(Entry::place))
                .map(entry -> entry.column().name())
                .toList();
    }

    /// The rows that a replay makes which ends at a position: what came to be known later is not
    /// there, and what was known then has no end yet.
    String rowsAt(long end) {
        String cells =
                columns.stream()
                        .map(column -> column.cell(end) + " as \"" + column.name() + '"')
                        .collect(Collectors.joining(", "));
        String order =
                key.stream()
                        .map(name ->
                                column(name).type() == ColumnType.TEXT
                                        ? "t.\"" + name + "\" collate \"C\""
                                        : "t.\"" + name + '"')
                        .collect(Collectors.joining(", "));
        return "select %s from projection.%s t%s order by %s"
                .formatted(cells, name, known(end), order);
    }

    private String known(long end) {
        if (has(KNOWN_FROM)) {
            return " where t." + KNOWN_FROM + " <= " + end;
        }
        return has(POSITION) ? " where t." + POSITION + " <= " + end : "";
    }

    private boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
