package org.ccgledger.query.predecessors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredecessorsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static long beforeSecondScheme;

    @BeforeAll
    static void catchUp() {
        beforeSecondScheme = SampleHistory.appendTo(QUERIES.history()).beforeSecondScheme();
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void a_trust_is_active_then_closing_then_abolished() {
        assertThat(QUERIES.get("/v1/predecessors/5A5?asOf=2012-09-30").statusCode()).isEqualTo(404);
        assertThat(trust("2012-10-01", "status", "holdingsRegistered", "holdingsWithoutReceiver"))
                .containsExactly("ACTIVE", "2", "2");
        assertThat(trust("2013-03-15", "status", "holdingsRegistered", "holdingsWithoutReceiver"))
                .containsExactly("CLOSING", "2", "0");
        assertThat(trust("2013-03-18", "status", "holdingsRegistered", "holdingsWithoutReceiver"))
                .containsExactly("CLOSING", "3", "1");
        assertThat(trust("2013-03-30", "status", "name", "sha", "registeredOn"))
                .containsExactly("CLOSING", "Kingston PCT", "Q36", "2012-10-01");
        assertThat(trust("2013-03-31", "status", "abolishedOn", "postsTransferred"))
                .containsExactly("ABOLISHED", "2013-03-31", "3");
    }

    @Test
    void the_lines_of_a_holding_are_those_of_its_latest_scheme() {
        assertThat(lines("2013-03-19"))
                .containsExactly(
                        List.of("Acute services", "CCG/07G", "40"),
                        List.of("Acute services", "CCG/08J", "60"),
                        List.of("Stop smoking services", "LA/E09000021", "100"));
        assertThat(lines("2013-03-20"))
                .containsExactly(
                        List.of("=Clinic", "PROVIDER/NHSPS", "100"),
                        List.of("Acute services", "BOARD/X24", "33.3333"),
                        List.of("Acute services", "CCG/08J", "66.6667"),
                        List.of("Stop smoking services", "LA/E09000021", "100"));
    }

    @Test
    void what_was_known_before_the_second_scheme_is_still_known_as_that() {
        assertThat(lines("2013-04-01&knownAt=" + beforeSecondScheme))
                .extracting(line -> line.get(2))
                .containsExactly("40", "60", "100");
        assertThat(trust("2013-04-01&knownAt=" + beforeSecondScheme, "status"))
                .containsExactly("CLOSING");
    }

    @Test
    void a_line_is_in_effect_from_the_day_on_which_its_receiver_takes_over() {
        assertThat(items("/v1/transfer-lines?pct=5A5&inEffect=true&asOf=2013-03-31")).isEmpty();
        assertThat(items("/v1/transfer-lines?pct=5A5&inEffect=true&asOf=2013-04-01")).hasSize(4);
    }

    @Test
    void a_group_drew_on_trusts_by_shares() {
        assertThat(items("/v1/transfer-lines?ccg=08J&asOf=2013-04-01"))
                .extracting(line -> texts(line, "pct", "pctName", "ccg", "ccgName", "share"))
                .containsExactly(
                        List.of(
                                "5A5",
                                "Kingston PCT",
                                "08J",
                                "NHS Kingston Clinical Commissioning Group",
                                "66.6667"));
        assertThat(items("/v1/transfer-lines?ccg=07G&asOf=2013-04-01")).isEmpty();
    }

    @Test
    void posts_are_counted_and_none_is_shown() {
        JsonNode trust = QUERIES.json("/v1/predecessors/5A5?asOf=2013-04-01");
        assertThat(list(trust.get("staff")))
                .extracting(row -> texts(row, "receiver", "transfersOn", "posts"))
                .containsExactly(
                        List.of("CCG/08J", "2013-04-01", "2"),
                        List.of("LA/E09000021", "2013-04-01", "1"));
        assertThat(trust.toString()).doesNotContain("post-1");
    }

    @Test
    void a_trust_is_shown_with_what_it_holds_and_who_comes_after_it() {
        JsonNode trust = QUERIES.json("/v1/predecessors/5A5?asOf=2013-04-01");
        assertThat(list(trust.get("holdings")))
                .extracting(row -> texts(row, "kind", "holding", "receivers", "transfersOn"))
                .containsExactly(
                        List.of("ASSET", "=Clinic", "1", "2013-04-01"),
                        List.of("FUNCTION", "Acute services", "2", "2013-04-01"),
                        List.of(
                                "PUBLIC_HEALTH_FUNCTION",
                                "Stop smoking services",
                                "1",
                                "2013-04-01"));
        assertThat(list(trust.get("lines")))
                .extracting(row -> texts(row, "receiver", "inEffect"))
                .containsExactly(
                        List.of("PROVIDER/NHSPS", "true"),
                        List.of("BOARD/X24", "true"),
                        List.of("CCG/08J", "true"),
                        List.of("LA/E09000021", "true"));
    }

    @Test
    void trusts_are_listed_by_where_they_stand() {
        assertThat(codes("/v1/predecessors?asOf=2013-04-01")).containsExactly("5A5", "5PY");
        assertThat(codes("/v1/predecessors?status=ACTIVE&asOf=2013-04-01")).containsExactly("5PY");
        assertThat(codes("/v1/predecessors?sha=Q36&asOf=2013-04-01")).containsExactly("5A5");
        assertThat(codes("/v1/predecessors?complete=false&asOf=2013-03-18"))
                .containsExactly("5A5", "5PY");
        assertThat(codes("/v1/predecessors?sort=-holdingsWithoutReceiver&limit=1&asOf=2013-04-01"))
                .containsExactly("5PY");
    }

    @Test
    void lists_come_as_tables() {
        assertThat(
                        QUERIES.get(
                                        "/v1/transfer-lines?pct=5A5&kind=ASSET&asOf=2013-04-01",
                                        "Accept",
                                        "text/csv")
                                .body())
                .startsWith("pct,pctName,kind,holding,receiver,ccg,ccgName,share,transfersOn")
                .contains("5A5,Kingston PCT,ASSET,'=Clinic,PROVIDER/NHSPS,,,100,2013-04-01,true");
        assertThat(QUERIES.get("/v1/predecessors/5A5?asOf=2013-04-01", "Accept", "text/csv").body())
                .contains("5A5,Kingston PCT,Q36,ABOLISHED,3,0,3,2012-10-01,2013-03-31,");
    }

    private static List<String> trust(String asOf, String... fields) {
        return texts(QUERIES.json("/v1/predecessors/5A5?asOf=" + asOf), fields);
    }

    private static List<List<String>> lines(String asOf) {
        return items("/v1/transfer-lines?pct=5A5&sort=holding,receiver&asOf=" + asOf).stream()
                .map(line -> texts(line, "holding", "receiver", "share"))
                .toList();
    }

    private static List<String> codes(String question) {
        return items(question).stream().map(row -> row.get("pct").asString()).toList();
    }

    private static List<String> texts(JsonNode row, String... fields) {
        return List.of(fields).stream().map(field -> row.get(field).asString()).toList();
    }

    private static List<JsonNode> items(String question) {
        return list(QUERIES.json(question).get("items"));
    }

    private static List<JsonNode> list(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
