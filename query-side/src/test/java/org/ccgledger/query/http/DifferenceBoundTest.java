package org.ccgledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How many rows of a list are compared at once.
class DifferenceBoundTest {

    private static final int MOST = 5;
    private static final String EVENTS = "/v1/audit/events/diff?fromKnownAt=%d&knownAt=%d";

    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(
                    Map.of(
                            "ccg.rate-limit.requests",
                            "0",
                            "ccg.differences.rows",
                            Integer.toString(MOST)));

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// The first entry of a ledger is about itself, and in no list.
    @Test
    void as_many_rows_as_the_bound_are_compared() {
        JsonNode difference = QUERIES.json(EVENTS.formatted(1, MOST + 1));

        assertThat(difference.at("/counts/added").asInt()).isEqualTo(MOST);
    }

    @Test
    void more_rows_at_either_point_are_too_many() {
        assertTooMany(EVENTS.formatted(1, MOST + 2));
        assertTooMany(EVENTS.formatted(MOST + 2, 1));
    }

    @Test
    void the_parameters_of_the_list_narrow_it() {
        assertThat(
                        QUERIES.get(EVENTS.formatted(1, MOST + 2) + "&type=ccg.ccgs.NoSuchEvent")
                                .statusCode())
                .isEqualTo(200);
    }

    private static void assertTooMany(String path) {
        HttpResponse<String> answer = QUERIES.get(path);
        JsonNode problem = EventJson.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(problem.get("code").asString()).isEqualTo("TOO_MUCH_TO_COMPARE");
        assertThat(problem.get("detail").asString()).contains("more than " + MOST + " rows");
    }
}
