package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The difference between two points of an answer about one thing, held against the two answers
/// themselves.
class OneDifferencesTest {

    private static final long SEED = 20150401;
    private static final int PAIRS = 60;

    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(Map.of("ccg.rate-limit.requests", "0"));
    private static SampleHistory sample;
    private static final Map<String, HandlerMethod> ROUTES = new TreeMap<>();

    @BeforeAll
    static void catchUp() {
        sample = SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
        QUERIES.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) ->
                        route.getPatternValues().forEach(path -> ROUTES.put(path, handler)));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// Of audit, streams have a difference between two versions, and events never change; reports
    /// print what other answers say.
    private static List<String> aboutOne() {
        return ROUTES.keySet().stream()
                .filter(path -> path.startsWith("/v1/") && path.contains("{"))
                .filter(path -> !path.startsWith("/v1/audit/"))
                .filter(path -> !path.startsWith("/v1/event-types/"))
                .filter(path -> !path.startsWith("/v1/reports/"))
                .filter(path -> !path.endsWith(Lists.DIFFERENCE))
                .toList();
    }

    @Test
    void every_answer_about_one_thing_has_a_difference() {
        assertThat(aboutOne()).hasSizeGreaterThan(9).contains("/v1/ccgs/{ods}");
        assertThat(aboutOne())
                .allSatisfy(path -> assertThat(ROUTES).containsKey(path + Lists.DIFFERENCE));
    }

    @Test
    void what_a_review_changed_of_a_group_is_told_field_by_field() {
        JsonNode difference =
                QUERIES.json(
                        "/v1/ccgs/02N/diff?asOf=2013-06-01&fromKnownAt=%d&knownAt=%d"
                                .formatted(sample.beforeReview(), sample.afterReview()));

        assertThat(difference.at("/from/knownAt").asLong()).isEqualTo(sample.beforeReview());
        assertThat(difference.at("/to/knownAt").asLong()).isEqualTo(sample.afterReview());
        JsonNode conditions = change(difference, "conditions");
        assertThat(conditions.get("change").asString()).isEqualTo("CHANGED");
        assertThat(conditions.get("before").size()).isGreaterThan(conditions.get("after").size());
    }

    private static JsonNode change(JsonNode difference, String field) {
        for (JsonNode change : difference.get("changes")) {
            if (change.get("field").asString().equals(field)) {
                return change;
            }
        }
        throw new AssertionError(field + " is not among " + difference.get("changes"));
    }

    @Test
    void a_thing_that_there_was_not_is_added_and_one_of_neither_point_is_not_found() {
        JsonNode difference =
                QUERIES.json(
                        "/v1/ccgs/02N/diff?asOf=2013-06-01&fromKnownAt=1&knownAt=%d"
                                .formatted(sample.afterReview()));

        assertThat(difference.at("/counts/removed").asInt()).isZero();
        assertThat(difference.at("/counts/changed").asInt()).isZero();
        assertThat(change(difference, "ods").get("change").asString()).isEqualTo("ADDED");
        assertThat(QUERIES.get("/v1/ccgs/00X/diff?fromKnownAt=1").statusCode()).isEqualTo(404);
    }

    @Test
    void the_point_that_is_compared_with_is_needed_and_a_wrong_one_is_named() {
        for (String query : List.of("", "fromAsOf=lately", "fromAsOf=2013-04-01&colour=red")) {
            HttpResponse<String> answer = QUERIES.get("/v1/ccgs/02N/diff?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("INVALID_FIELD");
        }
        assertThat(QUERIES.get("/v1/ccgs/02N?fromAsOf=2013-04-01").statusCode()).isEqualTo(400);
    }

    @Test
    void a_table_has_a_line_for_each_field() {
        String path =
                "/v1/ccgs/02N/diff?asOf=2013-06-01&fromKnownAt=%d&knownAt=%d"
                        .formatted(sample.beforeReview(), sample.afterReview());
        int changes = QUERIES.json(path).get("changes").size();

        assertThat(QUERIES.get(path, "Accept", "text/csv").body().lines())
                .hasSize(changes + 1)
                .first()
                .isEqualTo("field,change,before,after");
        assertThat(QUERIES.get(path, "Accept", "application/x-ndjson").body().lines())
                .hasSize(changes);
    }

    @Test
    void a_difference_of_two_closed_points_stays_as_it_is() {
        HttpResponse<String> closed =
                QUERIES.get(
                        "/v1/ccgs/02N/diff?fromAsOf=2013-05-01&asOf=2013-06-01&fromKnownAt=20&knownAt=30");

        assertThat(closed.headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, immutable");
    }

    /// Deny by default: the difference says nothing to whom the answer says nothing.
    @Test
    void a_difference_is_open_to_those_to_whom_the_answer_is() throws Exception {
        Set<Callers> seen = new TreeSet<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : aboutOne()) {
                OpenTo openTo =
                        Objects.requireNonNull(
                                Objects.requireNonNull(ROUTES.get(path + Lists.DIFFERENCE))
                                        .getMethodAnnotation(OpenTo.class));
                int status =
                        http.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://localhost:"
                                                                        + QUERIES.port()
                                                                        + path.replaceAll(
                                                                                "\\{\\w+}", "none")
                                                                        + "/diff?fromKnownAt=1"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode();
                if (openTo.value() == Callers.EVERYBODY) {
                    assertThat(status).as(path).isIn(200, 404);
                } else {
                    assertThat(status).as(path).isEqualTo(401);
                }
                seen.add(openTo.value());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Callers.values());
    }

    /// For random things and pairs of points: the difference is what the two answers differ in, and
    /// with it the first becomes the second.
    @Test
    void the_difference_makes_the_second_answer_out_of_the_first() {
        Random random = new Random(SEED);
        long head = QUERIES.ledger().head();
        Set<String> seen = new TreeSet<>();
        int routes = 0;
        for (String route : aboutOne()) {
            List<String> things = things(route);
            routes += things.isEmpty() ? 0 : 1;
            for (int i = 0; i < PAIRS && !things.isEmpty(); i++) {
                String path = things.get(random.nextInt(things.size()));
                LocalDate fromDay = day(random);
                LocalDate day = day(random);
                long fromKnown = random.nextLong(head) + 1;
                long known = random.nextLong(head) + 1;
                String asked =
                        "%s/diff?fromAsOf=%s&fromKnownAt=%d&asOf=%s&knownAt=%d"
                                .formatted(path, fromDay, fromKnown, day, known);
                Map<String, JsonNode> before = fields(path, fromDay, fromKnown);
                Map<String, JsonNode> after = fields(path, day, known);
                HttpResponse<String> answer = QUERIES.get(asked);

                if (before.isEmpty() && after.isEmpty()) {
                    assertThat(answer.statusCode()).as(asked).isEqualTo(404);
                    continue;
                }
                JsonNode difference = EventJson.MAPPER.readTree(answer.body());
                Map<String, JsonNode> made = new TreeMap<>(before);
                for (JsonNode change : difference.get("changes")) {
                    seen.add(change.get("change").asString());
                    apply(change, made, asked);
                }
                assertThat(made).as(asked).isEqualTo(after);
                assertThat(difference.at("/counts/unchanged").asLong())
                        .as(asked)
                        .isEqualTo(
                                before.entrySet().stream()
                                        .filter(after.entrySet()::contains)
                                        .count());
            }
        }
        assertThat(seen).containsExactly("ADDED", "CHANGED", "REMOVED");
        assertThat(routes).isGreaterThan(6);
    }

    private static void apply(JsonNode change, Map<String, JsonNode> fields, String asked) {
        String field = change.get("field").asString();
        switch (change.get("change").asString()) {
            case "ADDED" -> assertThat(fields.put(field, change.get("after"))).as(asked).isNull();
            case "REMOVED" ->
                    assertThat(fields.remove(field)).as(asked).isEqualTo(change.get("before"));
            case "CHANGED" ->
                    assertThat(fields.put(field, change.get("after")))
                            .as(asked)
                            .isEqualTo(change.get("before"))
                            .isNotEqualTo(change.get("after"));
            default -> throw new AssertionError(change);
        }
    }

    /// The paths of the things that are listed where the route begins.
    private static List<String> things(String route) {
        int variable = route.indexOf('{');
        String name = route.substring(variable + 1, route.indexOf('}'));
        HttpResponse<String> list = QUERIES.get(route.substring(0, variable - 1) + "?limit=500");
        List<String> things = new ArrayList<>();
        if (list.statusCode() == 200) {
            for (JsonNode item : EventJson.MAPPER.readTree(list.body()).get("items")) {
                things.add(route.replace("{" + name + "}", item.get(name).asString()));
            }
        }
        return things;
    }

    private static LocalDate day(Random random) {
        return LocalDate.parse("2012-06-01").plusDays(random.nextInt(1_500));
    }

    private static Map<String, JsonNode> fields(String path, LocalDate day, long known) {
        HttpResponse<String> answer =
                QUERIES.get("%s?asOf=%s&knownAt=%d".formatted(path, day, known));
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (answer.statusCode() == 200) {
            collect("", EventJson.MAPPER.readTree(answer.body()), fields);
            fields.remove("asOf");
            fields.remove("knownAt");
        }
        return fields;
    }

    private static void collect(String within, JsonNode object, Map<String, JsonNode> fields) {
        object.properties()
                .forEach(field -> {
                    if (field.getValue().isObject()) {
                        collect(within + field.getKey() + ".", field.getValue(), fields);
                    } else if (!field.getValue().isNull()) {
                        fields.put(within + field.getKey(), field.getValue());
                    }
                });
    }
}
