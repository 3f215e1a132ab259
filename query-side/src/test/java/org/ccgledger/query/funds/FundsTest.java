package org.ccgledger.query.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FundsTest {

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
    void an_allocation_shows_what_is_left_of_it_on_a_day() {
        assertThat(items("/v1/allocations?asOf=2013-01-09")).isEmpty();
        assertThat(allocation("2013-04-30"))
                .containsExactly("200000000.00", "200000000.00", "0.00", "200000000.00", "false");
        assertThat(allocation("2013-05-31"))
                .containsExactly(
                        "200000000.00", "199000000.00", "150250000.00", "48750000.00", "false");
        assertThat(allocation("2013-06-01"))
                .containsExactly(
                        "200000000.00", "199000000.00", "150000000.00", "49000000.00", "false");
        assertThat(allocation("2013-12-01"))
                .containsExactly("200000000.00", "199000000.00", "199000000.01", "-0.01", "true");
        assertThat(items("/v1/allocations?overcommitted=true&fy=2013/14&asOf=2013-12-01"))
                .hasSize(1);
    }

    @Test
    void commitments_tell_whether_they_were_decided() {
        assertThat(items("/v1/commitments?ccg=08J&decided=true&asOf=2013-12-01"))
                .extracting(commitment -> commitment.get("commitment").asString())
                .containsExactly("08J-acute");
        assertThat(items("/v1/commitments?ccg=08J&sort=amount&asOf=2013-12-01"))
                .extracting(commitment -> commitment.get("amount").asString())
                .containsExactly("49000000.01", "150000000.00");
    }

    @Test
    void limits_show_from_the_day_on_which_they_are_set() {
        assertThat(items("/v1/financial-limits?asOf=2013-04-30")).isEmpty();
        assertThat(items("/v1/financial-limits?role=CCG_FINANCE_OFFICER&asOf=2013-05-01"))
                .singleElement()
                .satisfies(
                        limit -> assertThat(limit.get("most").asString()).isEqualTo("250000.00"));
    }

    private static List<String> allocation(String asOf) {
        JsonNode row = items("/v1/allocations?ccg=08J&asOf=" + asOf).getFirst();
        return List.of("firstAllotted", "allotted", "committed", "uncommitted", "overcommitted")
                .stream()
                .map(field -> row.get(field).asString())
                .toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
