package org.ccgledger.query.autonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AutonomyWatchTest {

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
    void pressure_counts_as_unresolved_until_the_group_says_what_it_did() {
        assertThat(watch("07G", "2014-10-05")).containsExactly("1", "0", "1", "0", "0");
        assertThat(watch("07G", "2014-10-20")).containsExactly("1", "1", "0", "0", "0");
    }

    @Test
    void overreach_counts_and_so_does_advice_that_was_not_accepted() {
        assertThat(items("/v1/autonomy-watch?asOf=2013-09-30")).isEmpty();
        assertThat(watch("08J", "2013-10-01")).containsExactly("0", "0", "0", "1", "0");
        assertThat(watch("08J", "2013-11-01")).containsExactly("0", "0", "0", "1", "1");
        assertThat(items("/v1/autonomy-watch?overreach=true&asOf=2014-12-01")).hasSize(1);
        assertThat(items("/v1/autonomy-watch?asOf=2014-12-01&sort=-pressureReports"))
                .extracting(row -> row.get("ccg").asString())
                .containsExactly("07G", "08J");
    }

    private static List<String> watch(String ccg, String asOf) {
        JsonNode row = items("/v1/autonomy-watch?ccg=" + ccg + "&asOf=" + asOf).getFirst();
        return List.of(
                        "pressureReports",
                        "resisted",
                        "unresolved",
                        "overreach",
                        "adviceNotAccepted")
                .stream()
                .map(field -> row.get(field).asString())
                .toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
