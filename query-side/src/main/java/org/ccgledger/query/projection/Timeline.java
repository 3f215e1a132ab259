package org.ccgledger.query.projection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.ledger.axon.Recorded;
import org.jspecify.annotations.Nullable;

/// A table that keeps one thing that changes, over days and as it was known: "from this day, as
/// known since this position, these values hold".
///
/// A change reaches to the day of the next one that is already known, so changes that arrive out of
/// order give the same timeline as those that do not; of two changes on one day the later position
/// holds. An end is a change too, to nothing, so that a start which arrives after it does not
/// outlive it. What changes independently needs a timeline of its own.
public final class Timeline {

    /// Known until now.
    public static final long OPEN = Long.MAX_VALUE;

    private final String table;
    private final List<String> key;
    private final List<String> columns;
    private final List<String> types;
    private final String statement;

    /// @param table of schema `projection`, with the columns of the key and the values and those
    ///   that every timeline has
    /// @param values columns; one that is not of a type that JDBC infers is followed by its type
    public Timeline(String table, List<String> key, List<String> values) {
        this.table = "projection." + table;
        this.key = List.copyOf(key);
        this.types =
                Stream.concat(key.stream(), values.stream())
                        .map(column -> column.split(" ", 2))
                        .map(column -> column.length == 1 ? "" : "::" + column[1])
                        .toList();
        this.columns =
                Stream.concat(key.stream(), values.stream())
                        .map(column -> column.split(" ", 2)[0])
                        .toList();
        this.statement = statement();
    }

    /// The values hold from the day on.
    ///
    /// @param row the key and the values, in the order of the columns
    public void from(LocalDate day, Recorded at, QueryDatabase database, @Nullable Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(table + " has the columns " + columns);
        }
        change(day, at, database, true, row);
    }

    /// What holds on the day goes on to hold with another value in one column; nothing happens
    /// where nothing holds. For tables without arrays.
    public void with(
            String column,
            Object value,
            LocalDate day,
            Recorded at,
            QueryDatabase database,
            Object... keyOnly) {
        database.sql()
                .sql(
                        "select * from %s where %s and known_to = %d and eff_from <= ? and eff_to > ? and holds"
                                .formatted(
                                        table,
                                        key.stream()
                                                .map(one -> one + " = ?")
                                                .collect(Collectors.joining(" and ")),
                                        OPEN))
                .params(
                        Stream.concat(
                                        Arrays.stream(keyOnly).map(Object::toString),
                                        Stream.of(day, day))
                                .toList())
                .query()
                .listOfRows()
                .forEach(row ->
                        from(
                                day,
                                at,
                                database,
                                columns.stream()
                                        .map(one -> one.equals(column) ? value : held(row.get(one)))
                                        .toArray()));
    }

    private static @Nullable Object held(@Nullable Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : value;
    }

    /// Nothing holds from the day on.
    public void endsOn(LocalDate day, Recorded at, QueryDatabase database, Object... keyOnly) {
        if (keyOnly.length != key.size()) {
            throw new IllegalArgumentException(table + " has the key " + key);
        }
        change(day, at, database, false, keyOnly);
    }

    /// Deletes rather than truncates: whoever reads meanwhile goes on to see what was there.
    public void clear(QueryDatabase database) {
        database.sql().sql("delete from " + table).update();
    }

    private void change(
            LocalDate day,
            Recorded at,
            QueryDatabase database,
            boolean holds,
            @Nullable Object[] row) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("day", day);
        parameters.put("position", at.position());
        parameters.put("holds", holds);
        for (int i = 0; i < columns.size(); i++) {
            parameters.put(columns.get(i), i < row.length ? parameter(row[i]) : null);
        }
        database.write(statement, parameters);
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> list -> list.stream().map(Object::toString).toArray(String[]::new);
            case Enum<?> constant -> constant.name();
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            case LocalDate date -> date;
            case Object text -> text.toString();
        };
    }

    /// Closes the row that covers the day, keeps of it what lies before the day, and writes the
    /// change up to where the next one begins. A row of the same position is replaced, for nobody
    /// has known it.
    private String statement() {
        String all = String.join(", ", columns);
        String same =
                key.stream().map(c -> "t." + c + " = :" + c).collect(Collectors.joining(" and "));
        String covering =
                same + " and t.known_to = " + OPEN + " and t.eff_from <= :day and t.eff_to > :day";
        String times = ", holds, set_by, eff_from, eff_to, known_from, known_to";
        return """
        with closed as (
            update %1$s t set known_to = :position where %2$s and t.known_from < :position returning t.*
        ), replaced as (
            delete from %1$s t where %2$s and t.known_from = :position returning t.*
        ), hit as (select * from closed union all select * from replaced), before as (
            insert into %1$s (%3$s%4$s)
            select %3$s, holds, set_by, eff_from, :day, :position, %5$s from hit where eff_from < :day
        )
        insert into %1$s (%3$s%4$s)
        select %6$s, :holds, :position, :day,
               coalesce((select eff_to from hit),
                        (select min(t.eff_from) from %1$s t where %7$s and t.known_to = %5$s and t.eff_from > :day),
                        'infinity'), :position, %5$s
        """
                .formatted(
                        table,
                        covering,
                        all,
                        times,
                        OPEN,
                        IntStream.range(0, columns.size())
                                .mapToObj(i -> ":" + columns.get(i) + types.get(i))
                                .collect(Collectors.joining(", ")),
                        same);
    }
}
