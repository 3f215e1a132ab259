package org.ccgledger.query.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TariffVariationsTest {

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

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String statusOn(String ccg, String day) {
        return items("/v1/tariff-variations?ccg=" + ccg + "&asOf=" + day)
                .getFirst()
                .get("status")
                .asString();
    }

    @Test
    void a_variation_is_agreed_published_and_in_force_for_its_period() {
        assertThat(items("/v1/tariff-variations?ccg=08J&asOf=2013-05-14")).isEmpty();
        assertThat(statusOn("08J", "2013-05-15")).isEqualTo("PROPOSED");
        assertThat(statusOn("08J", "2013-06-01")).isEqualTo("AGREED");
        assertThat(statusOn("08J", "2013-07-02")).isEqualTo("PUBLISHED");
        assertThat(statusOn("08J", "2013-08-01")).isEqualTo("IN_FORCE");
        assertThat(statusOn("08J", "2014-08-01")).isEqualTo("ENDED");
    }

    @Test
    void a_statement_that_came_late_shows_by_when_it_was_due() {
        JsonNode variation =
                items("/v1/tariff-variations?kind=VARIATION&asOf=2013-07-02").getFirst();
        assertThat(variation.get("publicationWasDueOn").asString()).isEqualTo("2013-07-01");
        assertThat(variation.get("publishedOn").asString()).isEqualTo("2013-07-02");
        assertThat(variation.get("submittedOn").asString()).isEqualTo("2013-07-02");
        assertThat(variation.get("provider").asString()).isEqualTo("PROVIDER/RWN");
    }

    @Test
    void a_modification_that_monitor_refuses_is_refused() {
        assertThat(statusOn("02N", "2013-07-31")).isEqualTo("AGREED");
        assertThat(statusOn("02N", "2013-08-01")).isEqualTo("REFUSED");
    }
}
