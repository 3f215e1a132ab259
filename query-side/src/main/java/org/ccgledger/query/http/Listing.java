package org.ccgledger.query.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ccgledger.query.http.Ordering.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A question that is answered by rows of one view, filtered, sorted and paged.
///
/// @param projections that the view reads
/// @param view of schema `reporting`; its columns are the answer's, in camel case
/// @param filters by parameter
/// @param sorts by the name under which they are asked for; what is sorted by is never null
/// @param key what tells rows apart, and the order without another
/// @param totals by field of the body, each a statement over the filtered rows, `q`
/// @param searched what is looked through to fill a page of a list so large that it pays to plan
///   each question for the values that it is narrowed by: the view, or one of the same rows that
///   has only what they are filtered and sorted by, and the key, of one column
public record Listing(
        Set<String> projections,
        String view,
        Map<String, Filter> filters,
        Map<String, Column> sorts,
        List<Column> key,
        Map<String, String> totals,
        @Nullable String searched) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int GREATEST_LIMIT = 500;

    /// A page is short, so helpers would only be waited for.
    private static final String PLANNED_ANEW =
            "select set_config('plan_cache_mode', 'force_custom_plan', true),"
                    + " set_config('max_parallel_workers_per_gather', '0', true)";

    private static final Pattern WORD = Pattern.compile("\\w+");

    /// The parameters that say what an answer is compared with.
    public static final List<Parameter> POINT_COMPARED_WITH =
            List.of(
                    new Parameter(
                            Span.FROM_AS_OF,
                            Filter.Kind.DATE,
                            "The day in force that is compared with; asOf if it is left out."),
                    new Parameter(
                            Span.FROM_KNOWN_AT,
                            Filter.Kind.TEXT,
                            "What was known, a position or an instant, that is compared with; knownAt if"
                                    + " it is left out. This or fromAsOf is needed."));

    public Listing {
        projections = Set.copyOf(projections);
        filters = Collections.unmodifiableMap(new TreeMap<>(filters));
        sorts = Collections.unmodifiableMap(new TreeMap<>(sorts));
        key = List.copyOf(key);
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    /// One that is small enough for one plan to do for all questions.
    public Listing(
            Set<String> projections,
            String view,
            Map<String, Filter> filters,
            Map<String, Column> sorts,
            List<Column> key,
            Map<String, String> totals) {
        this(projections, view, filters, sorts, key, totals, null);
    }

    /// A column or expression with its type in SQL.
    public record Column(String expression, String type) {
        public static Column text(String expression) {
            return new Column(expression, "text");
        }

        public static Column date(String expression) {
            return new Column(expression, "date");
        }

        public static Column number(String expression) {
            return new Column(expression, "bigint");
        }
    }

    /// How a parameter narrows the rows.
    ///
    /// @param lookup finds all values that are meant by the one that was sent; the condition is
    ///   given them as a list
    public record Filter(String condition, Kind kind, @Nullable String lookup) {

        public Filter(String condition, Kind kind) {
            this(condition, kind, null);
        }

        /// What a value can be.
        public enum Kind {
            TEXT,
            NUMBER,
            DATE,
            INSTANT,
            FLAG
        }

        public static Filter text(String column) {
            return new Filter(column + " = :value", Kind.TEXT);
        }

        /// The column is an array that holds the value.
        public static Filter containing(String column) {
            return new Filter(":value = any (" + column + ")", Kind.TEXT);
        }

        public static Filter number(String column) {
            return new Filter(column + " = :value", Kind.NUMBER);
        }

        public static Filter flag(String column) {
            return new Filter(column + " = :value", Kind.FLAG);
        }

        Object value(String parameter, String text, JdbcClient sql) {
            return lookup == null
                    ? value(parameter, text)
                    : sql.sql(lookup)
                            .param("value", text)
                            .query(String.class)
                            .list()
                            .toArray(String[]::new);
        }

        private Object value(String parameter, String text) {
            return switch (kind) {
                case TEXT -> text;
                case NUMBER -> Listing.number(parameter, text);
                case DATE -> Questions.date(parameter, text);
                case INSTANT ->
                        Questions.instant(text)
                                .orElseThrow(() ->
                                        QueryProblem.invalidField(
                                                parameter,
                                                "It is an instant such as 2013-03-14T12:00:00Z"))
                                .atOffset(ZoneOffset.UTC);
                case FLAG -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw QueryProblem.invalidField(parameter, "It is true or false");
                    }
                    yield text.equals("true");
                }
            };
        }
    }

    Set<String> parameters() {
        return described().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /// A parameter that a question can have beside the day and the knowledge.
    ///
    /// @param kind of its value
    public record Parameter(String name, Filter.Kind kind, String description) {}

    /// All parameters of the listing.
    public List<Parameter> described() {
        List<Parameter> all = new ArrayList<>(narrowing());
        all.add(
                new Parameter(
                        "sort",
                        Filter.Kind.TEXT,
                        "In this order, with - before what is to fall: "
                                + String.join(", ", sorts.keySet())
                                + "."));
        all.add(
                new Parameter(
                        "limit",
                        Filter.Kind.NUMBER,
                        "Rows of a page, 1 to " + GREATEST_LIMIT + "."));
        all.add(
                new Parameter(
                        "cursor",
                        Filter.Kind.TEXT,
                        "From next or prev of another page, as it is."));
        all.add(new Parameter("count", Filter.Kind.TEXT, "exact: all rows are counted."));
        return all;
    }

    private List<Parameter> narrowing() {
        return filters.entrySet().stream()
                .map(filter ->
                        new Parameter(
                                filter.getKey(),
                                filter.getValue().kind(),
                                "Only rows with this " + filter.getKey() + "."))
                .toList();
    }

    /// All parameters of the difference between two points of the listing.
    public List<Parameter> describedOfDifference() {
        List<Parameter> all = new ArrayList<>(narrowing());
        all.addAll(POINT_COMPARED_WITH);
        return all;
    }

    Answer page(Question question, JdbcClient sql) {
        int limit = question.parameter("limit").map(Listing::limit).orElse(DEFAULT_LIMIT);
        Ordering order = Ordering.of(question.parameter("sort").orElse(""), sorts, key);
        Map<String, Object> values = new LinkedHashMap<>();
        planForValues(sql);
        String filtered =
                filtered(Objects.requireNonNullElse(searched, view), question, values, sql);
        Map<String, Object> pageValues = new LinkedHashMap<>(values);
        Optional<Cursor> cursor =
                question.parameter("cursor")
                        .map(text -> Cursor.decode(text, order.name(), order.terms().size()));
        boolean back = cursor.filter(Cursor::leadsBack).isPresent();
        Ordering read = back ? order.reversed() : order;
        String beyond =
                cursor.map(known -> " where " + read.after(known.place(), pageValues)).orElse("");
        String places = " from q" + beyond + " order by " + read.sql() + " limit " + (limit + 1);
        Page found =
                found(
                        sql.sql(filtered + "select *, " + order.columns() + rows(places, read))
                                .params(pageValues),
                        cursor.isPresent());
        boolean more = found.rows().size() > limit;
        List<PageRow> nearest = more ? found.rows().subList(0, limit) : found.rows();
        List<PageRow> page = back ? nearest.reversed() : nearest;
        List<Row> rows = page.stream().map(PageRow::row).toList();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("items", rows.stream().map(Row::columns).toList());
        if (isCounted(question)) {
            fields.put(
                    "count",
                    sql.sql(filtered + "select count(*) from q")
                            .params(values)
                            .query(Long.class)
                            .single());
        }
        for (Map.Entry<String, String> total : totals.entrySet()) {
            fields.put(
                    total.getKey(),
                    sql
                            .sql(filtered + total.getValue())
                            .params(values)
                            .query(Row::of)
                            .list()
                            .stream()
                            .map(Row::columns)
                            .toList());
        }
        return new Answer(
                fields,
                found.columns(),
                rows,
                page.isEmpty()
                        ? Map.of()
                        : beside(
                                question,
                                back || more
                                        ? Cursor.after(order.name(), page.getLast().place())
                                        : null,
                                (back ? more : cursor.isPresent())
                                        ? Cursor.before(order.name(), page.getFirst().place())
                                        : null));
    }

    /// The rows that are in some places of `q`.
    private String rows(String places, Ordering read) {
        if (searched == null || searched.equals(view)) {
            return places;
        }
        String one = key.getFirst().expression();
        return " from %s where %s = any (array(select %s%s)) order by %s"
                .formatted(view, one, one, places, read.sql());
    }

    /// The pages that there are before and after one.
    private static Map<String, String> beside(
            Question question, @Nullable Cursor next, @Nullable Cursor prev) {
        Map<String, String> pages = new LinkedHashMap<>();
        if (next != null) {
            pages.put("next", at(question, next));
        }
        if (prev != null) {
            pages.put("prev", at(question, prev));
        }
        return pages;
    }

    /// What differs between two points. Rows that the filters do not let through are not there.
    ///
    /// @param choose makes the views answer for a question
    /// @param most rows at each point that are compared
    Difference difference(Span span, Consumer<Question> choose, JdbcClient sql, int most) {
        choose.accept(span.from());
        Table before = all(span.from(), sql, most);
        choose.accept(span.to());
        Table after = all(span.to(), sql, most);
        return Difference.between(
                after.columns(), identifying(after.columns()), before.rows(), after.rows());
    }

    private Table all(Question question, JdbcClient sql, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        planForValues(sql);
        Table all =
                sql.sql(
                                filtered(view, question, values, sql)
                                        + "select * from q order by "
                                        + Ordering.of("", sorts, key).sql()
                                        + " limit "
                                        + (most + 1))
                        .params(values)
                        .query(Table::of);
        if (all.rows().size() > most) {
            throw QueryProblem.tooMuch(
                    "At one of the points there are more than %d rows; ask for fewer with the parameters of the list"
                            .formatted(most));
        }
        return all;
    }

    /// For the rest of the transaction.
    private void planForValues(JdbcClient sql) {
        if (searched != null) {
            sql.sql(PLANNED_ANEW).query().singleRow();
        }
    }

    /// The columns by which a row stays the same row. A falling number, such as `-failures`, only
    /// ranks rows.
    private List<String> identifying(List<String> columns) {
        return key.stream()
                .map(Column::expression)
                .filter(expression -> !expression.startsWith("-"))
                .flatMap(expression -> WORD.matcher(expression).results())
                .map(word -> Row.camelCase(word.group()))
                .filter(columns::contains)
                .toList();
    }

    /// The rows that pass the filters of a question, as `q`.
    ///
    /// @param values to which those of the filters are added
    private String filtered(
            String from, Question question, Map<String, Object> values, JdbcClient sql) {
        String filtered = "with q as (select * from " + from + " where true";
        for (Map.Entry<String, Filter> filter : filters.entrySet()) {
            String given = question.parameters().get(filter.getKey());
            if (given != null) {
                values.put(filter.getKey(), filter.getValue().value(filter.getKey(), given, sql));
                filtered +=
                        " and "
                                + filter.getValue()
                                        .condition()
                                        .replace(":value", ":" + filter.getKey());
            }
        }
        return filtered + ") ";
    }

    /// Rows are counted only for those who ask for it: it costs as much as reading them all.
    private static boolean isCounted(Question question) {
        Optional<String> count = question.parameter("count");
        if (count.isPresent() && !count.get().equals("exact")) {
            throw QueryProblem.invalidField("count", "It is exact, or left out");
        }
        return count.isPresent();
    }

    /// @param follows whether it begins where a cursor says, the only value that nobody has checked
    private static Page found(JdbcClient.StatementSpec page, boolean follows) {
        try {
            return page.query(Page::of);
        } catch (DataIntegrityViolationException e) {
            throw follows
                    ? QueryProblem.invalidCursor("cursor", "It is not a cursor of this question")
                    : e;
        }
    }

    /// Another page is asked for the same day and knowledge, whatever is recorded meanwhile.
    private static String at(Question question, Cursor cursor) {
        Map<String, String> parameters = new TreeMap<>(question.parameters());
        parameters.put("asOf", question.asOf().toString());
        parameters.put("knownAt", Long.toString(question.knownAt()));
        parameters.put("cursor", cursor.encode());
        return question.path()
                + parameters.entrySet().stream()
                        .map(parameter ->
                                parameter.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static int limit(String text) {
        long limit = number("limit", text);
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw QueryProblem.invalidField("limit", "It lies between 1 and " + GREATEST_LIMIT);
        }
        return Math.toIntExact(limit);
    }

    private static long number(String parameter, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw QueryProblem.invalidField(parameter, "It is a number");
        }
        return Long.parseLong(text);
    }

    /// The rows of a page, and the columns that they have even if there are none.
    private record Page(List<String> columns, List<PageRow> rows) {

        static Page of(ResultSet result) throws SQLException {
            List<String> columns =
                    Row.columnsOf(result).stream()
                            .filter(column -> !column.startsWith(Term.NAME))
                            .toList();
            List<PageRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(PageRow.of(Row.of(result, rows.size())));
            }
            return new Page(columns, rows);
        }
    }

    /// A row, and where it stands in the order of its page.
    private record PageRow(Row row, List<String> place) {

        static PageRow of(Row all) {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>(all.columns());
            List<String> place = new ArrayList<>();
            for (int i = 0; columns.containsKey(Term.NAME + i); i++) {
                place.add(String.valueOf(columns.remove(Term.NAME + i)));
            }
            return new PageRow(new Row(columns), Collections.unmodifiableList(place));
        }
    }
}
