package org.ccgledger.query.severances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeveranceControlTest {

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

    private static List<String> countsOn(String day) {
        return items("/v1/severance-control?employerKind=PROVIDER&asOf=" + day).stream()
                .map(row -> row.get("status").asString() + " " + row.get("agreements").asInt())
                .toList();
    }

    @Test
    void agreements_are_counted_by_where_they_stand() {
        assertThat(countsOn("2013-04-02")).containsExactly("DRAFT 2");
        assertThat(countsOn("2013-04-03")).containsExactly("SUBMITTED 2");
        assertThat(countsOn("2013-04-10")).containsExactly("RETURNED 1", "SUBMITTED 1");
        assertThat(countsOn("2013-04-27")).containsExactly("APPROVED_DH 1", "REFUSED 1");
        assertThat(countsOn("2013-05-02")).containsExactly("APPROVED_HMT 1", "REFUSED 1");
        assertThat(countsOn("2013-05-03")).containsExactly("REFUSED 1", "SIGNED 1");
    }

    @Test
    void what_was_returned_for_a_gagging_clause_and_the_days_to_approval_are_told() {
        JsonNode signed = items("/v1/severance-control?status=SIGNED&asOf=2013-05-03").getFirst();
        assertThat(signed.get("returnedForGaggingClause").asInt()).isEqualTo(1);
        assertThat(signed.get("returnedForMissingStatement").asInt()).isZero();
        assertThat(signed.get("meanDaysToDepartment").asString()).isEqualTo("10.0");
        assertThat(signed.get("meanDaysToTreasury").asString()).isEqualTo("5.0");
    }

    @Test
    void no_agreement_and_nobody_is_named() {
        assertThat(QUERIES.json("/v1/severance-control?asOf=2013-05-03").toString())
                .doesNotContain("severance-2013-1", "0e2d1f64", "30000", "5000");
    }
}
