package org.ccgledger.query.cocommissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExpressionsTest {

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

    private static JsonNode items(String question) {
        return QUERIES.json("/v1/co-commissioning/" + question).get("items");
    }

    private static Stream<String> interest(String parameters) {
        return items("interest?" + parameters)
                .valueStream()
                .map(item ->
                        item.get("ccg").asString()
                                + " "
                                + item.get("level").asString()
                                + " "
                                + item.get("readiness").asString());
    }

    @Test
    void a_round_shows_its_last_days() {
        JsonNode round = items("rounds?asOf=2014-05-01").get(0);
        assertThat(round.get("round").asString()).isEqualTo("2015-16");
        assertThat(round.get("expressionsUntil").asString()).isEqualTo("2014-06-20");
        assertThat(round.get("delegatedUntil").asString()).isEqualTo("2015-01-09");
        assertThat(round.get("jointUntil").asString()).isEqualTo("2015-01-30");
        assertThat(items("rounds?asOf=2014-04-30").size()).isZero();
    }

    @Test
    void an_expression_of_two_groups_shows_both_until_one_withdraws() {
        JsonNode both = items("expressions?ccg=02N&asOf=2014-06-20").get(0);
        assertThat(both.get("status").asString()).isEqualTo("SUBMITTED");
        assertThat(both.get("ccgs").toString()).isEqualTo("[\"02N\",\"08J\"]");
        assertThat(both.get("levels").toString()).isEqualTo("[\"DELEGATED\",\"JOINT\"]");
        assertThat(items("expressions?ccg=02N&asOf=2014-10-01").size()).isZero();
        assertThat(items("expressions?ccg=08J&asOf=2014-10-01").size()).isEqualTo(1);
    }

    @Test
    void a_category_takes_the_place_of_what_an_expression_names() {
        assertThat(items("expressions?late=true&asOf=2014-06-30").get(0).get("levels").toString())
                .isEqualTo("[\"DELEGATED\"]");
        JsonNode categorised =
                items("expressions?level=GREATER_INVOLVEMENT&asOf=2014-07-01").get(0);
        assertThat(categorised.get("status").asString()).isEqualTo("CATEGORISED");
        assertThat(categorised.get("namedLevels").toString()).isEqualTo("[\"DELEGATED\"]");
    }

    @Test
    void interest_is_shown_group_by_group_and_level_by_level_with_what_was_said_of_it() {
        assertThat(interest("asOf=2014-07-08"))
                .containsExactly(
                        "02N DELEGATED NOT_ASSESSED",
                        "02N JOINT NOT_ASSESSED",
                        "07G GREATER_INVOLVEMENT NOT_ASSESSED",
                        "08J DELEGATED READY_SOON",
                        "08J JOINT NOT_ASSESSED");
        assertThat(interest("conflictsCover=SATISFIED&level=DELEGATED&asOf=2014-09-15"))
                .containsExactly("08J DELEGATED READY_SOON");
        assertThat(interest("conflictsCover=SATISFIED&asOf=2014-09-14")).isEmpty();
        assertThat(interest("region=London&asOf=2014-07-08")).hasSize(2);
    }

    @Test
    void interest_comes_as_a_table_for_spreadsheets() {
        assertThat(
                        QUERIES.get(
                                        "/v1/co-commissioning/interest?asOf=2014-07-08",
                                        "Accept",
                                        "text/csv")
                                .body())
                .startsWith("expression,round,ccg,")
                .contains("kingston-and-airedale,2015-16,08J");
    }
}
