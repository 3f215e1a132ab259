package org.ccgledger.query.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InstrumentsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void record() {
        SampleHistory.appendTo(QUERIES.history());
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static JsonNode order(String asOf) {
        return QUERIES.json("/v1/instruments/lro-ccgs-2014?asOf=" + asOf);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-13, LAID",
        "2014-04-10, SCRUTINISED",
        "2014-09-08, APPROVED_BY_LORDS",
        "2014-09-09, APPROVED",
        "2014-09-10, MADE",
        "2014-09-30, MADE",
        "2014-10-01, IN_FORCE",
        "2022-06-30, IN_FORCE",
        "2022-07-01, REVOKED"
    })
    void an_instrument_has_a_status_that_follows_from_the_day(String asOf, String status) {
        assertThat(order(asOf).get("status").asString()).isEqualTo(status);
    }

    @Test
    void a_division_is_shown_with_its_computed_majority() {
        JsonNode order = order("2014-10-01");

        assertThat(order.get("commonsMajority").asInt()).isEqualTo(124);
        assertThat(order.get("inForceFrom").asString()).isEqualTo("2014-10-01");
        assertThat(order.get("siNumber").asString()).isEqualTo("2014/2436");
        assertThat(order.get("divisions").size()).isEqualTo(1);
        assertThat(order.get("divisions").get(0).get("ayes").asInt()).isEqualTo(276);
        assertThat(order.get("divisions").get(0).get("noes").asInt()).isEqualTo(152);
        assertThat(order.get("lords").asString()).isEqualTo("APPROVED");
        assertThat(order("2022-07-01").get("inForceUntil").asString()).isEqualTo("2022-06-30");
    }

    @Test
    void instruments_are_found_by_status_and_power() {
        assertThat(items("asOf=2014-10-01&status=IN_FORCE")).containsExactly("lro-ccgs-2014");
        assertThat(items("asOf=2014-10-01&power=s.14Z3%20BY_JOINT_COMMITTEE"))
                .containsExactly("lro-ccgs-2014");
        assertThat(items("asOf=2014-09-30&status=IN_FORCE")).isEmpty();
        assertThat(items("asOf=2014-06-01&sort=inForceFrom"))
                .containsExactly("lro-ccgs-2014", "order-2-2014");
        assertThat(
                        QUERIES.json("/v1/instruments/order-2-2014?asOf=2014-06-01")
                                .get("status")
                                .asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void an_instrument_that_was_not_laid_by_the_day_is_not_found() {
        QUERIES.catchUp();
        assertThat(QUERIES.get("/v1/instruments/lro-ccgs-2014?asOf=2014-03-12").statusCode())
                .isEqualTo(404);
    }

    private static Stream<String> items(String parameters) {
        return QUERIES.json("/v1/instruments?" + parameters)
                .get("items")
                .valueStream()
                .map(item -> item.get("instrument").asString());
    }
}
