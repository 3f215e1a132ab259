package org.ccgledger.query.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PledgesTest {

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

    @Test
    void pledges_stand_beside_the_pressure_that_was_reported() {
        JsonNode watch = QUERIES.json("/v1/autonomy-watch?asOf=2014-11-01");
        JsonNode pledge = watch.get("pledges").get(0);
        assertThat(pledge.get("promise").asString()).isEqualTo("Arrangements are voluntary.");
        assertThat(pledge.get("contradicting").asInt()).isEqualTo(1);
        assertThat(pledge.get("supporting").asInt()).isZero();
    }

    @Test
    void a_day_knows_what_had_happened_by_then() {
        JsonNode before = QUERIES.json("/v1/pledges?asOf=2014-10-10");
        assertThat(before.get("items").get(0).get("contradicting").asInt()).isZero();
        assertThat(QUERIES.json("/v1/pledges?asOf=2014-09-08").get("items")).isEmpty();
        assertThat(QUERIES.json("/v1/pledges?contradicted=true&asOf=2014-10-10").get("items"))
                .isEmpty();
    }

    @Test
    void what_bears_on_a_pledge_names_the_entry() {
        assertThat(
                        QUERIES.json("/v1/pledge-evidence?pledge=voluntary&asOf=2014-11-01")
                                .get("items")
                                .get(0)
                                .get("entry")
                                .asString())
                .isEqualTo("/v1/audit/streams/pressure/07G-pressure-1?version=1");
    }
}
