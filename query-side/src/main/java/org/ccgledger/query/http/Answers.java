package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Answers questions: every route of a read model goes through here.
@Component
public final class Answers {

    private final Questions questions;
    private final QueryDatabase database;
    private final Progress progress;
    private final History history;
    private final Withholdings withholdings;
    private final int mostCompared;

    /// @param mostCompared rows of a list at each of two points that are compared
    Answers(
            Questions questions,
            QueryDatabase database,
            Progress progress,
            History history,
            Withholdings withholdings,
            @Value("${ccg.differences.rows:10000}") int mostCompared) {
        this.questions = questions;
        this.database = database;
        this.progress = progress;
        this.history = history;
        this.withholdings = withholdings;
        this.mostCompared = mostCompared;
    }

    /// Answers with a page of a listing, or with the difference between two points of it.
    public ResponseEntity<byte[]> list(HttpServletRequest request, Listing listing) {
        return list(request, listing, Form.OF_ALL, _ -> List.of());
    }

    /// Answers with a page of a listing of events, which can be had as CloudEvents as well, or with
    /// the difference between two points of it.
    ///
    /// @param cloudEvents makes them of the rows of a page
    public ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Listing listing,
            Function<List<Row>, List<ObjectNode>> cloudEvents) {
        return list(request, listing, Form.OF_EVENTS, cloudEvents);
    }

    private ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Listing listing,
            Set<Form> forms,
            Function<List<Row>, List<ObjectNode>> cloudEvents) {
        return DifferenceRoutes.led(request)
                ? difference(request, listing)
                : answer(
                        request,
                        listing.projections(),
                        listing.parameters(),
                        forms,
                        question -> listing.page(question, database.sql()),
                        cloudEvents);
    }

    /// Both points are read in one snapshot, each as the list itself would answer.
    private ResponseEntity<byte[]> difference(HttpServletRequest request, Listing listing) {
        Span span =
                questions.span(
                        request, listing.projections(), listing.filters().keySet(), Form.OF_ALL);
        return answer(
                request,
                span.to(),
                EntityTag.of(span),
                () ->
                        listing.difference(
                                        span,
                                        question -> choose(question, listing.projections()),
                                        database.sql(),
                                        mostCompared)
                                .answer(points(span)),
                answer -> written(span.to(), answer, _ -> List.of()));
    }

    private Map<String, Point> points(Span span) {
        Map<String, Point> points = new LinkedHashMap<>();
        points.put("from", point(span.from()));
        points.put("to", point(span.to()));
        return points;
    }

    private Point point(Question question) {
        return new Point(
                question.asOf(),
                question.knownAt(),
                history.recordedAt(question.knownAt()).orElse(null));
    }

    /// A point of time travel, as it was understood.
    ///
    /// @param recordedAt when the last event that is known there was recorded
    private record Point(LocalDate asOf, long knownAt, @Nullable Instant recordedAt) {}

    /// Answers with what a question of its own kind finds, or with the difference between two
    /// points of that; views of schema `reporting` answer for the day and the knowledge that are
    /// asked for.
    ///
    /// @param projections that are asked
    /// @param parameters that the question has beside `asOf` and `knownAt`
    public ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Function<Question, Answer> find) {
        return DifferenceRoutes.led(request)
                ? difference(request, projections, parameters, find)
                : answer(request, projections, parameters, Form.OF_ALL, find, _ -> List.of());
    }

    /// Both points are read in one snapshot, each as the question itself would be answered.
    private ResponseEntity<byte[]> difference(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Function<Question, Answer> find) {
        Span span = questions.span(request, projections, parameters, Form.OF_ALL);
        return answer(
                request,
                span.to(),
                EntityTag.of(span),
                () -> {
                    Optional<Answer> before = found(span.from(), projections, find);
                    Optional<Answer> after = found(span.to(), projections, find);
                    if (before.isEmpty() && after.isEmpty()) {
                        throw QueryProblem.notFound("There was no such thing at either point");
                    }
                    return OneDifference.between(before, after).answer(points(span));
                },
                answer -> written(span.to(), answer, _ -> List.of()));
    }

    private Optional<Answer> found(
            Question question, Collection<String> projections, Function<Question, Answer> find) {
        choose(question, projections);
        try {
            return Optional.of(find.apply(question));
        } catch (QueryProblem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Set<Form> forms,
            Function<Question, Answer> find,
            Function<List<Row>, List<ObjectNode>> cloudEvents) {
        return answer(
                request,
                projections,
                parameters,
                forms,
                UnaryOperator.identity(),
                find,
                (question, answer) -> written(question, answer, cloudEvents));
    }

    /// Answers with what has forms of its own, such as a report.
    ///
    /// @param projections that are asked
    /// @param parameters that the question has beside `asOf` and `knownAt`
    /// @param basis adds to the question what its answer is made from beside read models
    /// @param find reads it, from one snapshot
    /// @param write gives it the form that is asked for, when nothing is read any more
    public <T> ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Set<Form> forms,
            UnaryOperator<Question> basis,
            Function<Question, T> find,
            BiFunction<Question, T, Written> write) {
        Question question = basis.apply(questions.read(request, projections, parameters, forms));
        return answer(
                request,
                question,
                EntityTag.of(question),
                () -> {
                    choose(question, projections);
                    return find.apply(question);
                },
                found -> write.apply(question, found));
    }

    /// An answer in its form.
    ///
    /// @param headers that come with it, beside those of every answer
    public record Written(byte[] bytes, Map<String, String> headers) {}

    private <T> ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            Question question,
            String tag,
            Supplier<T> find,
            Function<T, Written> write) {
        ResponseEntity.BodyBuilder head =
                ResponseEntity.ok()
                        .eTag(tag)
                        .header("Vary", Caching.vary(request))
                        .header("Cache-Control", Caching.control(request, question.closed()))
                        .header("Projection-Position", Long.toString(question.position()))
                        .header("Projection-Recorded-At", question.recordedAt().toString());
        String known = request.getHeader("If-None-Match");
        if (EntityTag.matches(known, tag)) {
            return unchanged(head);
        }
        T found = database.read(find);
        if (EntityTag.matchesAny(known)) {
            return unchanged(head);
        }
        Written written = write.apply(found);
        written.headers().forEach(head::header);
        return head.contentType(question.form().type()).body(written.bytes());
    }

    private static ResponseEntity<byte[]> unchanged(ResponseEntity.BodyBuilder head) {
        ResponseEntity<byte[]> unchanged = head.build();
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                .headers(unchanged.getHeaders())
                .build();
    }

    private static Written written(
            Question question, Answer answer, Function<List<Row>, List<ObjectNode>> cloudEvents) {
        return new Written(
                body(question, answer, cloudEvents),
                answer.pages().isEmpty() ? Map.of() : Map.of("Link", links(answer.pages())));
    }

    private static String links(Map<String, String> pages) {
        return pages.entrySet().stream()
                .map(page -> "<" + page.getValue() + ">; rel=\"" + page.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }

    /// The first row of a question about one thing.
    ///
    /// @param otherwise what is said where there is none
    public Row one(String question, String key, String otherwise) {
        return rows(question, key).stream()
                .findFirst()
                .orElseThrow(() -> QueryProblem.notFound(otherwise));
    }

    /// What belongs to one thing, as a list within its answer.
    public List<Map<String, @Nullable Object>> part(String question, String key) {
        return rows(question, key).stream().map(Row::columns).toList();
    }

    private List<Row> rows(String question, String key) {
        return database.sql().sql(question).param(key).query(Row::of).list();
    }

    /// A replay may have begun since the question was read; then there is nothing to find yet.
    private void choose(Question question, Collection<String> projections) {
        if (progress.common(projections).map(Progress.Reached::position).orElse(0L)
                < question.knownAt()) {
            throw QueryProblem.behind(question.knownAt());
        }
        withholdings.check(projections);
        set("reporting.known_at", Long.toString(question.knownAt()));
        turnTo(question.asOf());
    }

    /// From here on, and for the rest of the same answer, views answer for another day.
    public void turnTo(LocalDate day) {
        set("reporting.as_of", day.toString());
    }

    private void set(String setting, String value) {
        sql().sql("select set_config(?, ?, true)").params(setting, value).query().singleRow();
    }

    private JdbcClient sql() {
        return database.sql();
    }

    private static byte[] body(
            Question question, Answer answer, Function<List<Row>, List<ObjectNode>> cloudEvents) {
        return switch (question.form()) {
            case JSON -> {
                Map<String, @Nullable Object> body = new LinkedHashMap<>();
                body.put("asOf", question.asOf());
                body.put("knownAt", question.knownAt());
                body.putAll(answer.fields());
                body.putAll(answer.pages());
                yield EventJson.MAPPER.writeValueAsBytes(body);
            }
            case CSV -> Csv.of(answer.columns(), answer.rows());
            case NDJSON -> lines(answer.rows());
            case CLOUD_EVENTS ->
                    EventJson.MAPPER.writeValueAsBytes(cloudEvents.apply(answer.rows()));
            case HTML, PDF -> throw new IllegalStateException("A table is not offered as a page");
        };
    }

    private static byte[] lines(List<Row> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Row row : rows) {
            lines.writeBytes(EventJson.MAPPER.writeValueAsBytes(row.columns()));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
