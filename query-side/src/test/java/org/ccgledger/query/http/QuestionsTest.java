package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.conditions.ConditionEvent.ConditionVaried;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class QuestionsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/ccgs?colour=red, colour",
        "/v1/ccgs?asOf=yesterday, asOf",
        "/v1/ccgs?asOf=-999999999-01-01, asOf",
        "/v1/ccgs?asOf=2200-01-01, asOf",
        "/v1/ccgs?knownAt=-999999999-01-01T00:00:00Z, knownAt",
        "/v1/ccgs?knownAt=lately, knownAt",
        "/v1/ccgs?knownAt=999999, knownAt",
        "/v1/ccgs?limit=501, limit",
        "/v1/ccgs?limit=0, limit",
        "/v1/ccgs?wave=one, wave",
        "/v1/ccgs?sort=colour, sort",
        "/v1/conditions?bespoke=perhaps, bespoke",
        "/v1/ccgs/02N?limit=1, limit",
        "/v1/ccgs?status=%00, status",
        "/v1/ccgs/diff?fromAsOf=2013-04-01&status=a%00b, status",
        "/v1/reports/registers/groups?ccg=%00, ccg",
        "/v1/audit/events?authority=%00, authority",
        "/v1/audit/events?recordedFrom=%2B999999999-01-01T00:00:00Z, recordedFrom",
        "/v1/audit/events/diff?fromAsOf=2013-04-01&recordedTo=2200-01-01T00:00:00Z, recordedTo",
        "/v1/audit/refusals?recordedTo=1899-12-31T23:59:59Z, recordedTo",
        "/v1/decisions?recordedFrom=lately, recordedFrom"
    })
    void a_parameter_that_is_unknown_or_wrong_is_named(String path, String parameter) {
        HttpResponse<String> answer = QUERIES.get(path);
        JsonNode problem = EventJson.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-field");
        assertThat(problem.get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(problem.get("instance").asString()).isEqualTo(path.replaceAll("\\?.*", ""));
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void what_is_unknown_is_a_problem_of_its_own() {
        HttpResponse<String> answer = QUERIES.get("/v1/ccgs/00X");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("NOT_FOUND");
    }

    @Test
    void an_answer_that_is_known_is_not_made_again() {
        HttpResponse<String> first = QUERIES.get("/v1/ccgs?asOf=2013-04-01");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = QUERIES.get("/v1/ccgs?asOf=2013-04-01", "If-None-Match", tag);
        HttpResponse<String> another =
                QUERIES.get("/v1/ccgs?asOf=2013-04-02", "If-None-Match", tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(another.statusCode()).isEqualTo(200);
    }

    /// Nothing is known of an answer that there is not.
    @Test
    void any_answer_is_known_only_where_there_is_one() {
        assertThat(QUERIES.get("/v1/ccgs/02N", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(QUERIES.get("/v1/ccgs", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(QUERIES.get("/v1/ccgs/ZZZ", "If-None-Match", "*").statusCode()).isEqualTo(404);
        assertThat(QUERIES.get("/v1/ccgs?limit=0", "If-None-Match", "*").statusCode())
                .isEqualTo(400);
        assertThat(
                        QUERIES.get("/v1/ccgs/ZZZ/diff?fromAsOf=2013-04-01", "If-None-Match", "*")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_answer_says_what_it_reflects() {
        StoredEvent last = QUERIES.ledger().readAfter(QUERIES.ledger().head() - 1, 1).getFirst();
        QUERIES.catchUp();
        HttpResponse<String> answer = QUERIES.get("/v1/ccgs");

        assertThat(answer.headers().firstValueAsLong("Projection-Position"))
                .hasValue(last.position());
        assertThat(answer.headers().firstValue("Projection-Recorded-At"))
                .contains(last.recordedAt().toString());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(
                        QUERIES.get("/v1/ccgs?asOf=2013-04-01&knownAt=20")
                                .headers()
                                .firstValue("Cache-Control"))
                .contains("max-age=31536000, immutable");
    }

    /// A cache would answer whoever comes by, and nobody would record who has read it.
    @Test
    void only_what_is_published_is_kept_without_being_asked_for_again() {
        String closed = "?asOf=2013-04-01&knownAt=20";

        assertThat(kept("/v1/ccgs" + closed)).containsExactly("max-age=31536000, immutable");
        assertThat(kept("/v1/severance-control" + closed)).containsExactly("private, no-cache");
        assertThat(kept("/v1/audit/events" + closed)).containsExactly("no-store");
        assertThat(kept("/v1/audit/events/diff" + closed + "&fromKnownAt=10"))
                .containsExactly("no-store");
        assertThat(QUERIES.get("/v1/ccgs").headers().allValues("Vary")).containsExactly("Accept");
        assertThat(QUERIES.get("/v1/severance-control").headers().allValues("Vary"))
                .containsExactly("Accept, Authorization");
    }

    private static List<String> kept(String path) {
        HttpResponse<String> answer = QUERIES.get(path);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = QUERIES.get(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().allValues("Cache-Control"))
                .isEqualTo(answer.headers().allValues("Cache-Control"));
        return answer.headers().allValues("Cache-Control");
    }

    @Test
    void an_instant_means_the_last_position_recorded_up_to_it() {
        StoredEvent event = QUERIES.ledger().readAfter(9, 1).getFirst();
        long last =
                QUERIES.ledger().readAfter(0, 100).stream()
                        .filter(e -> !e.recordedAt().isAfter(event.recordedAt()))
                        .mapToLong(StoredEvent::position)
                        .max()
                        .orElseThrow();

        assertThat(QUERIES.json("/v1/ccgs?knownAt=" + event.recordedAt()).get("knownAt").asLong())
                .isEqualTo(last);
    }

    /// An offset may be wider than those that PostgreSQL reads.
    @Test
    void an_instant_is_the_same_whatever_its_offset() {
        int all =
                QUERIES.json("/v1/audit/events?recordedFrom=2012-01-01T00:00:00Z")
                        .get("items")
                        .size();

        assertThat(all).isPositive();
        assertThat(
                        QUERIES.json("/v1/audit/events?recordedFrom=2012-01-01T18:00:00%2B18:00")
                                .get("items"))
                .hasSize(all);
        assertThat(
                        QUERIES.json("/v1/audit/events?recordedTo=2012-01-01T00:00:00-18:00")
                                .get("items"))
                .isEmpty();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        List<String> seen = new ArrayList<>();
        String path = "/v1/ccgs?asOf=2013-04-01&limit=1&sort=-population";
        while (path != null) {
            HttpResponse<String> answer = QUERIES.get(path);
            JsonNode page = EventJson.MAPPER.readTree(answer.body());
            page.get("items").forEach(item -> seen.add(item.get("ods").asString()));
            assertThat(answer.headers().firstValue("Link").orElse(""))
                    .isEqualTo(
                            Stream.of("next", "prev")
                                    .filter(page::has)
                                    .map(to ->
                                            "<%s>; rel=\"%s\""
                                                    .formatted(page.get(to).asString(), to))
                                    .collect(Collectors.joining(", ")));
            path = page.has("next") ? page.get("next").asString() : null;
        }

        assertThat(seen).containsExactly("07G", "02N", "08J", "99Z");
    }

    @Test
    void a_page_goes_on_knowing_what_the_first_one_knew() {
        String next = QUERIES.json("/v1/conditions?asOf=2013-04-01&limit=1").get("next").asString();
        long known = QUERIES.json("/v1/conditions?asOf=2013-04-01&limit=1").get("knownAt").asLong();
        vary("Another text");

        assertThat(QUERIES.json(next).get("knownAt").asLong()).isEqualTo(known);
    }

    @Test
    void a_cursor_of_another_order_or_making_is_refused() {
        String next = QUERIES.json("/v1/ccgs?limit=1&asOf=2013-04-01").get("next").asString();

        assertThat(code(QUERIES.get(next + "&sort=name"))).isEqualTo("INVALID_CURSOR");
        assertThat(code(QUERIES.get("/v1/ccgs?cursor=bm9uc2Vuc2U"))).isEqualTo("INVALID_CURSOR");
        assertThat(code(QUERIES.get("/v1/ccgs?cursor=%25"))).isEqualTo("INVALID_CURSOR");
        assertThat(
                        code(
                                QUERIES.get(
                                        "/v1/ccgs?sort=since&cursor="
                                                + Cursor.after("since", List.of("never", "02N"))
                                                        .encode())))
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void an_answer_comes_in_the_form_that_is_preferred() {
        String path = "/v1/conditions?asOf=2013-03-01&ccg=02N";
        HttpResponse<String> csv = QUERIES.get(path, "Accept", "text/csv");
        HttpResponse<String> lines =
                QUERIES.get(path, "Accept", "text/html;q=0.1, application/x-ndjson");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        "ccg,ccgName,region,wave,condition,criterion,domain,bespoke,text,level");
        assertThat(csv.body()).contains("\r\n").contains(",'=Fill the seats of the body,");
        assertThat(lines.body().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(EventJson.MAPPER.readTree(line).isObject()).isTrue());
        assertThat(QUERIES.get(path, "Accept", "*/*").headers().firstValue("Content-Type"))
                .contains("application/json");
        assertThat(code(QUERIES.get(path, "Accept", "image/png"))).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;q=0, */*            |                  | text/csv",
                "*/*, application/json;q=0            |                  | text/csv",
                "application/json;q=0.1, text/*       |                  | text/csv",
                "application/json;q=0.1, */*;q=0.2    |                  | text/csv",
                "application/json, text/csv           |                  | application/json",
                "text/csv, application/json           |                  | text/csv",
                "*/*, application/x-ndjson            |                  | application/x-ndjson",
                "application/json;q=0.1               | text/csv         | text/csv",
                "image/png                            | application/json | application/json"
            })
    void a_form_that_is_excluded_is_not_given_and_every_line_counts(
            String accept, @Nullable String another, String given) {
        String path = "/v1/conditions?asOf=2013-03-01&ccg=02N";
        HttpResponse<String> answer =
                another == null
                        ? QUERIES.get(path, "Accept", accept)
                        : QUERIES.get(path, "Accept", accept, "Accept", another);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(given);
    }

    @Test
    void what_is_excluded_altogether_is_not_acceptable() {
        assertThat(code(QUERIES.get("/v1/ccgs", "Accept", "*/*;q=0"))).isEqualTo("NOT_ACCEPTABLE");
        assertThat(code(QUERIES.get("/v1/ccgs", "Accept", "nothing"))).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void a_table_without_rows_still_has_its_columns() {
        assertThat(QUERIES.get("/v1/practices?asOf=2000-01-01", "Accept", "text/csv").body())
                .isEqualTo("practice,ccg,ccgName,contract,memberSince,position\r\n");
    }

    @Test
    void who_has_just_written_is_served_its_own_write_or_told_to_wait() throws SQLException {
        HttpResponse<String> behind;
        String token;
        try (Connection blocker = QUERIES.database().owner().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("lock table projection.condition_text in exclusive mode");
            token = vary("What was just written");
            behind = conditions(token, "wait=0");
            blocker.rollback();
        }
        HttpResponse<String> served = conditions(token, "respond-async, wait=60");

        assertThat(behind.statusCode()).isEqualTo(503);
        assertThat(code(behind)).isEqualTo("PROJECTION_BEHIND");
        assertThat(behind.headers().firstValue("Retry-After")).contains("1");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).contains("What was just written");
    }

    @Test
    void a_token_of_another_history_is_refused() {
        LedgerToken token = LedgerToken.parse(vary("Text")).orElseThrow();

        for (String other :
                List.of(
                        new LedgerToken(2, token.position(), token.leafPrefix()).toString(),
                        new LedgerToken(1, token.position(), "00000000").toString(),
                        new LedgerToken(1, 999_999, token.leafPrefix()).toString(),
                        "nonsense")) {
            HttpResponse<String> answer = conditions(other, "wait=0");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(code(answer)).isEqualTo("INVALID_CURSOR");
        }
    }

    private static HttpResponse<String> conditions(String token, String prefer) {
        return QUERIES.get("/v1/conditions?ccg=02N", "Consistency-Token", token, "Prefer", prefer);
    }

    private static String vary(String text) {
        long position =
                QUERIES.history()
                        .append(
                                StreamName.conditions(SampleHistory.AIREDALE),
                                new ConditionVaried(
                                        SampleHistory.AIREDALE,
                                        new ConditionId("02N-C2"),
                                        text,
                                        1,
                                        LocalDate.parse("2013-03-28")));
        return LedgerToken.of(
                        1,
                        position,
                        QUERIES.ledger().readAfter(position - 1, 1).getFirst().leafHash())
                .toString();
    }

    private static String code(HttpResponse<String> answer) {
        return EventJson.MAPPER.readTree(answer.body()).get("code").asString();
    }
}
