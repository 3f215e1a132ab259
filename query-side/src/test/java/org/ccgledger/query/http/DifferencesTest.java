package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.ccgledger.access.Claims;
import org.ccgledger.access.LocalKey;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The difference between two points of a list, held against the two lists themselves.
class DifferencesTest {

    private static final long SEED = 20140401;
    private static final int PAIRS = 600;

    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(Map.of("ccg.rate-limit.requests", "0"));
    private static SampleHistory sample;
    private static Map<String, HandlerMethod> lists;

    @BeforeAll
    static void catchUp() {
        sample = SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
        lists = new LinkedHashMap<>();
        QUERIES.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> {
                    if (handler.hasMethodAnnotation(Lists.class)) {
                        route.getPatternValues().stream()
                                .filter(path -> !path.endsWith(Lists.DIFFERENCE))
                                .forEach(path -> lists.put(path, handler));
                    }
                });
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void a_review_changes_a_level_and_discharges_a_condition() {
        JsonNode difference =
                QUERIES.json(
                        "/v1/conditions/diff?ccg=02N&asOf=2013-06-01&fromKnownAt=%d&knownAt=%d"
                                .formatted(sample.beforeReview(), sample.afterReview()));

        assertThat(difference.get("counts").toString())
                .isEqualTo("{\"added\":0,\"removed\":1,\"changed\":1,\"unchanged\":0}");
        assertThat(difference.at("/removed/0/condition").asString()).isEqualTo("02N-C1");
        assertThat(difference.at("/changed/0/key").toString())
                .isEqualTo("{\"ccg\":\"02N\",\"condition\":\"02N-C2\"}");
        assertThat(difference.at("/changed/0/columns/level").toString())
                .isEqualTo("{\"before\":\"III\",\"after\":\"II\"}");
        assertThat(difference.at("/changed/0/columns").has("text")).isFalse();
    }

    @Test
    void both_points_are_answered_as_they_were_understood() {
        Instant recorded =
                QUERIES.ledger().readAfter(sample.afterReview() - 1, 1).getFirst().recordedAt();
        JsonNode difference =
                QUERIES.json(
                        "/v1/conditions/diff?fromAsOf=2013-03-01&asOf=2014-04-01&fromKnownAt=%d&knownAt=%s"
                                .formatted(sample.beforeReview(), recorded));

        assertThat(difference.at("/from/asOf").asString()).isEqualTo("2013-03-01");
        assertThat(difference.at("/from/knownAt").asLong()).isEqualTo(sample.beforeReview());
        assertThat(difference.at("/to/asOf").asString()).isEqualTo("2014-04-01");
        assertThat(difference.at("/to/knownAt").asLong())
                .isGreaterThanOrEqualTo(sample.afterReview());
        assertThat(difference.at("/to/recordedAt").asString()).isEqualTo(recorded.toString());
    }

    @Test
    void what_is_left_out_of_the_first_point_is_that_of_the_second() {
        JsonNode byKnowledge =
                QUERIES.json("/v1/ccgs/diff?asOf=2013-04-01&fromKnownAt=20&knownAt=30");
        JsonNode byDay = QUERIES.json("/v1/ccgs/diff?fromAsOf=2012-06-01&asOf=2013-04-01");

        assertThat(byKnowledge.at("/from/asOf").asString()).isEqualTo("2013-04-01");
        assertThat(byDay.at("/from/knownAt").asLong()).isEqualTo(QUERIES.ledger().head());
        assertThat(byDay.at("/changed/0/columns/status").toString())
                .isEqualTo("{\"before\":\"PROPOSED\",\"after\":\"OPERATIONAL\"}");
    }

    @Test
    void a_row_that_no_longer_passes_the_filter_is_removed() {
        JsonNode proposed =
                QUERIES.json("/v1/ccgs/diff?fromAsOf=2012-06-01&asOf=2013-04-01&status=PROPOSED");

        assertThat(proposed.at("/counts/removed").asInt()).isEqualTo(3);
        assertThat(proposed.at("/counts/changed").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', fromAsOf",
        "asOf=2013-04-01&knownAt=20, fromAsOf",
        "fromAsOf=yesterday, fromAsOf",
        "fromKnownAt=lately, fromKnownAt",
        "fromKnownAt=999999, fromKnownAt",
        "fromAsOf=2013-04-01&asOf=someday, asOf",
        "fromAsOf=2013-04-01&knownAt=999999, knownAt",
        "fromAsOf=2013-04-01&wave=one, wave",
        "fromAsOf=2013-04-01&limit=10, limit",
        "fromAsOf=2013-04-01&sort=name, sort",
        "fromAsOf=2013-04-01&colour=red, colour"
    })
    void a_parameter_that_is_missing_unknown_or_wrong_is_named(String query, String parameter) {
        HttpResponse<String> answer = QUERIES.get("/v1/ccgs/diff?" + query);
        JsonNode problem = EventJson.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void a_list_itself_is_not_asked_from_a_point() {
        assertThat(QUERIES.get("/v1/ccgs?fromAsOf=2013-04-01").statusCode()).isEqualTo(400);
    }

    @Test
    void what_a_list_checks_before_it_answers_is_checked_of_its_difference() {
        HttpResponse<String> answer =
                QUERIES.get("/v1/audit/events/diff?fromKnownAt=20&recordedFrom=lately");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("recordedFrom");
    }

    @Test
    void a_difference_of_two_closed_points_stays_as_it_is() {
        String closed =
                "/v1/ccgs/diff?fromAsOf=2012-06-01&asOf=2013-04-01&fromKnownAt=20&knownAt=30";
        String tag = QUERIES.get(closed).headers().firstValue("ETag").orElseThrow();

        assertThat(cache(closed)).isEqualTo("max-age=31536000, immutable");
        assertThat(cache("/v1/ccgs/diff?fromAsOf=2012-06-01&asOf=2013-04-01&fromKnownAt=20"))
                .isEqualTo("no-cache");
        assertThat(cache("/v1/ccgs/diff?fromAsOf=2012-06-01&fromKnownAt=20&knownAt=30"))
                .isEqualTo("no-cache");
        assertThat(QUERIES.get(closed, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(QUERIES.get(closed.replace("At=20", "At=21"), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    private static String cache(String path) {
        return QUERIES.get(path).headers().firstValue("Cache-Control").orElseThrow();
    }

    @Test
    void a_table_of_what_differs_says_of_each_line_what_became_of_it() {
        String path =
                "/v1/conditions/diff?ccg=02N&asOf=2013-06-01&fromKnownAt=%d&knownAt=%d"
                        .formatted(sample.beforeReview(), sample.afterReview());
        List<String> lines = QUERIES.get(path, "Accept", "text/csv").body().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("difference,ccg,ccgName,");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("REMOVED", "CHANGED_FROM", "CHANGED_TO");
        assertThat(QUERIES.get(path, "Accept", "application/x-ndjson").body().lines()).hasSize(3);
    }

    /// Deny by default: the difference says nothing to whom the list says nothing.
    @Test
    void a_difference_is_open_to_those_to_whom_the_list_is() throws Exception {
        Set<String> closed = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (Map.Entry<String, HandlerMethod> list : lists.entrySet()) {
            String path = list.getKey() + Lists.DIFFERENCE + "?fromKnownAt=1";
            switch (Objects.requireNonNull(list.getValue().getMethodAnnotation(OpenTo.class))
                    .value()) {
                case EVERYBODY -> {
                    assertThat(statusFor(null, path)).as(path).isEqualTo(200);
                    open.add(path);
                }
                case TOKEN_HOLDERS -> {
                    assertThat(statusFor(null, path)).as(path).isEqualTo(401);
                    assertThat(statusFor(Role.PRACTICE_REPRESENTATIVE, path)).isEqualTo(200);
                    closed.add(path);
                }
                case AUDITORS -> {
                    assertThat(statusFor(null, path)).as(path).isEqualTo(401);
                    assertThat(statusFor(Role.PRACTICE_REPRESENTATIVE, path)).isEqualTo(403);
                    assertThat(statusFor(Role.AUDITOR, path)).isEqualTo(200);
                    closed.add(path);
                }
            }
        }
        assertThat(open).hasSizeGreaterThan(40);
        assertThat(closed)
                .hasSizeGreaterThan(10)
                .contains("/v1/pressure-reports/diff?fromKnownAt=1");
    }

    private static int statusFor(@Nullable Role role, String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + QUERIES.port() + path));
        if (role != null) {
            String token =
                    QUERIES.bean(LocalKey.class)
                            .token(
                                    new Actor(
                                            "somebody-1",
                                            role,
                                            role == Role.AUDITOR
                                                    ? BodyRef.BOARD
                                                    : new BodyRef("PRACTICE/Y00001"),
                                            null),
                                    Claims.AUDIENCE,
                                    Instant.now(),
                                    Duration.ofMinutes(1));
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    /// For every list and random pairs of points: the difference is what the two answers of the
    /// list differ in, and with it the first becomes the second.
    @Test
    void the_difference_makes_the_second_answer_out_of_the_first() {
        Random random = new Random(SEED);
        long head = QUERIES.ledger().head();
        Set<String> differing = new HashSet<>();
        List<String> paths = List.copyOf(lists.keySet());
        for (int i = 0; i < PAIRS; i++) {
            String path = paths.get(i % paths.size());
            LocalDate fromDay = day(random);
            LocalDate day = random.nextInt(4) == 0 ? fromDay : day(random);
            long fromKnown = random.nextLong(head) + 1;
            long known = random.nextInt(4) == 0 ? fromKnown : random.nextLong(head) + 1;
            String asked =
                    "%s/diff?fromAsOf=%s&fromKnownAt=%d&asOf=%s&knownAt=%d"
                            .formatted(path, fromDay, fromKnown, day, known);
            JsonNode difference = QUERIES.json(asked);
            Set<JsonNode> before = rows(path, fromDay, fromKnown);
            Set<JsonNode> after = rows(path, day, known);

            assertThat(applied(before, difference)).as(asked).isEqualTo(after);
            assertThat(difference.at("/counts/unchanged").asInt())
                    .as(asked)
                    .isEqualTo((int) before.stream().filter(after::contains).count());
            assertThat(after).as(asked).containsAll(set(difference.get("added")));
            assertThat(before).as(asked).containsAll(set(difference.get("removed")));
            for (String rows : List.of("added", "removed", "changed")) {
                assertThat(difference.at("/counts/" + rows).asInt())
                        .isEqualTo(difference.get(rows).size());
                if (!difference.get(rows).isEmpty()) {
                    differing.add(rows + " " + path);
                }
            }
        }
        assertThat(differing.stream().filter(one -> one.startsWith("added")).count())
                .isGreaterThan(20);
        assertThat(differing.stream().filter(one -> one.startsWith("changed")).count())
                .isGreaterThan(5);
    }

    private static LocalDate day(Random random) {
        return LocalDate.parse("2012-01-01").plusDays(random.nextInt(1_500));
    }

    private static Set<JsonNode> rows(String path, LocalDate day, long known) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode next = null;
        do {
            JsonNode page =
                    QUERIES.json(
                            next == null
                                    ? "%s?limit=500&asOf=%s&knownAt=%d".formatted(path, day, known)
                                    : next.asString());
            page.get("items").forEach(rows::add);
            next = page.get("next");
        } while (next != null);
        return new HashSet<>(rows);
    }

    private static Set<JsonNode> set(JsonNode rows) {
        Set<JsonNode> set = new HashSet<>();
        rows.forEach(set::add);
        return set;
    }

    private static Set<JsonNode> applied(Set<JsonNode> before, JsonNode difference) {
        Set<JsonNode> rows = new HashSet<>(before);
        difference.get("removed").forEach(row -> assertThat(rows.remove(row)).isTrue());
        for (JsonNode changed : difference.get("changed")) {
            ObjectNode row =
                    (ObjectNode)
                            rows.stream()
                                    .filter(one -> isOf(one, changed.get("key")))
                                    .findFirst()
                                    .orElseThrow();
            rows.remove(row);
            ObjectNode now = row.deepCopy();
            assertThat(changed.get("columns").size()).isPositive();
            changed.get("columns")
                    .properties()
                    .forEach(column -> {
                        assertThat(now.get(column.getKey()))
                                .isEqualTo(column.getValue().get("before"))
                                .isNotEqualTo(column.getValue().get("after"));
                        now.set(column.getKey(), column.getValue().get("after"));
                    });
            rows.add(now);
        }
        difference.get("added").forEach(row -> assertThat(rows.add(row)).isTrue());
        return rows;
    }

    private static boolean isOf(JsonNode row, JsonNode key) {
        return StreamSupport.stream(key.properties().spliterator(), false)
                .allMatch(column -> column.getValue().equals(row.get(column.getKey())));
    }
}
