package org.ccgledger.query.timetravel;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/// The tables of all read models, what is in them, and which routes show it.
final class ReadModels {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final String WITHHOLDING = "interest_withholding";

    private static final String SHOWN_BY =
            """
            with recursive used (by, what) as (
                select r.ev_class, d.refobjid from pg_rewrite r
                join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refobjid <> r.ev_class
                union
                select p.oid, c.oid from pg_proc p join pg_class c on p.pronamespace = c.relnamespace
                    and pg_get_functiondef(p.oid) ~ ('\\m' || c.relname || '\\M')
                where c.relnamespace = 'projection'::regnamespace
            ), reached (by, what) as (
                select * from used union select r.by, u.what from reached r join used u on u.by = r.what)
            select distinct v.oid::regclass::text as view, t.relname from reached r
            join pg_class v on v.oid = r.by and v.relnamespace = 'reporting'::regnamespace
            join pg_class t on t.oid = r.what and t.relkind = 'r' and t.relnamespace = 'projection'::regnamespace
            """;

    private final JdbcClient sql;
    private final List<Timeline> timelines;
    private final Map<String, List<Row>> rows;
    private final Map<String, Set<String>> lists = new TreeMap<>();
    private final Set<String> sums = new TreeSet<>();
    private final Set<String> things = new TreeSet<>();

    /// A table in two times.
    record Timeline(String table, List<String> key, List<String> values) {

        /// The row of its view for a key, as the day and the position chosen have it.
        String shown() {
            return "select %s from projection.%s_at t where %s".formatted(columns(), table, same());
        }

        /// The same by what a timeline means: the last change up to the day that is known holds,
        /// and of two of one day the later one. It looks neither at where rows end nor at the
        /// views.
        String meant() {
            return """
            select %1$s from (
                select * from projection.%2$s t where %3$s and t.set_by = t.known_from
                    and t.known_from <= projection.known_at() and t.eff_from <= projection.as_of()
                order by t.eff_from desc, t.known_from desc limit 1) t where t.holds
            """
                    .formatted(columns(), table, same());
        }

        private String columns() {
            return Stream.of(key, values, List.of("set_by"))
                    .flatMap(List::stream)
                    .map(column -> "t." + column + "::text")
                    .collect(Collectors.joining(", "));
        }

        private String same() {
            return key.stream()
                    .map(column -> "t.%1$s::text = :%1$s".formatted(column))
                    .collect(Collectors.joining(" and "));
        }
    }

    /// A row, by column.
    record Row(String table, JsonNode columns) {

        @Nullable String value(String column) {
            JsonNode value = columns.get(column);
            return value == null || value.isNull() || value.isContainer() ? null : value.asString();
        }

        long position(String column, long otherwise) {
            JsonNode value = columns.get(column);
            return value == null ? otherwise : value.asLong();
        }
    }

    ReadModels(RunningQuerySide queries) {
        sql = queries.sql();
        timelines = readTimelines();
        rows = new TreeMap<>();
        for (String table : tables("position")) {
            rows.put(table, rows(table, "position"));
        }
        timelines.forEach(timeline ->
                rows.put(timeline.table(), rows(timeline.table(), "known_from, eff_from")));
        routes(queries);
    }

    List<Timeline> timelines() {
        return timelines;
    }

    private List<Timeline> readTimelines() {
        return tables("known_to").stream()
                .map(table -> {
                    List<String> key = key(table);
                    return new Timeline(table, key, values(table, key));
                })
                .toList();
    }

    /// All rows of all tables, by table.
    Map<String, List<Row>> rows() {
        return rows;
    }

    /// The routes that need to be told of no thing.
    List<String> questions() {
        return Stream.concat(lists.keySet().stream(), sums.stream()).toList();
    }

    /// What can be asked of everything at once, up to a further parameter.
    List<String> sums() {
        return sums.stream().map(path -> path + "?").toList();
    }

    /// What can be asked that may show something of a row, up to a further parameter.
    List<String> showing(Row row) {
        List<String> paths = new ArrayList<>();
        lists.forEach((path, tables) -> {
            if (tables.contains(row.table())) {
                paths.add(path + "?limit=500&");
            }
        });
        things.forEach(thing -> {
            String path = path(thing, row);
            if (path != null) {
                paths.add(path + "?");
            }
        });
        return paths;
    }

    /// The lists that show no more of what is withheld from publication, whatever is asked for.
    List<String> heedingWithholdings() {
        return lists.entrySet().stream()
                .filter(list -> list.getValue().contains(WITHHOLDING))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether an answer knows more than its position, as it should: what is withheld from
    /// publication is not shown again to those who ask for an earlier day.
    boolean isWithheldLater(String path, long position) {
        return heedingWithholdings().contains(path.replaceFirst("\\?.*", ""))
                && rows.getOrDefault(WITHHOLDING, List.of()).stream()
                        .anyMatch(row -> row.position("known_from", 0) > position);
    }

    private static @Nullable String path(String route, Row row) {
        String path = route;
        for (String variable : variables(route)) {
            String value = row.value(column(variable));
            if (value == null) {
                return null;
            }
            path =
                    path.replace(
                            "{" + variable + "}",
                            UriUtils.encodePathSegment(value, StandardCharsets.UTF_8));
        }
        return path;
    }

    private static List<String> variables(String route) {
        return VARIABLE.matcher(route).results().map(found -> found.group(1)).toList();
    }

    private static String column(String variable) {
        return variable.equals("ods")
                ? "ccg"
                : variable.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// Every route that answers for a day and a position.
    private void routes(RunningQuerySide queries) {
        Map<String, Set<String>> shown = new TreeMap<>();
        sql.sql(SHOWN_BY)
                .query()
                .listOfRows()
                .forEach(row ->
                        shown.computeIfAbsent(String.valueOf(row.get("view")), _ -> new TreeSet<>())
                                .add(String.valueOf(row.get("relname"))));
        queries.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String route : mapping.getPatternValues()) {
                        if (route.endsWith(Lists.DIFFERENCE)) {
                            continue;
                        }
                        if (handler.hasMethodAnnotation(Lists.class)) {
                            lists.put(route, shown.getOrDefault(view(handler), Set.of()));
                        } else if (isInTwoTimes(queries, route)) {
                            (variables(route).isEmpty() ? sums : things).add(route);
                        }
                    }
                });
    }

    /// Whoever does not know `knownAt` refuses it.
    private static boolean isInTwoTimes(RunningQuerySide queries, String route) {
        if (!route.startsWith("/v1/")) {
            return false;
        }
        String path = VARIABLE.matcher(route).replaceAll("none");
        int status = queries.get(path + "?knownAt=1&asOf=2013-04-01").statusCode();
        return status == 200 || status == 404;
    }

    private static String view(HandlerMethod handler) {
        try {
            Field field =
                    handler.getBeanType()
                            .getDeclaredField(
                                    Objects.requireNonNull(handler.getMethodAnnotation(Lists.class))
                                            .value());
            field.setAccessible(true);
            return ((Listing) Objects.requireNonNull(field.get(null))).view();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> tables(String column) {
        return sql.sql(
                        "select c.table_name from information_schema.columns c join information_schema.tables t"
                                + " using (table_schema, table_name) where table_schema = 'projection'"
                                + " and t.table_type = 'BASE TABLE' and c.column_name = ?"
                                + " and c.table_name <> 'progress' order by 1")
                .param(column)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> key(String table) {
        return sql.sql(
                        "select column_name from information_schema.key_column_usage"
                                + " where table_schema = 'projection' and table_name = ?"
                                + " and column_name not in ('eff_from', 'known_from') order by ordinal_position")
                .param(table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> values(String table, List<String> key) {
        return sql
                .sql(
                        "select column_name from information_schema.columns where table_schema = 'projection'"
                                + " and table_name = ? and column_name not in"
                                + " ('holds', 'set_by', 'eff_from', 'eff_to', 'known_from', 'known_to')"
                                + " order by ordinal_position")
                .param(table)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(column -> !key.contains(column))
                .toList();
    }

    private List<Row> rows(String table, String order) {
        return sql
                .sql(
                        "select to_jsonb(t)::text from projection.%s t order by %s, 1"
                                .formatted(table, order))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(row -> new Row(table, EventJson.MAPPER.readTree(row)))
                .toList();
    }
}
