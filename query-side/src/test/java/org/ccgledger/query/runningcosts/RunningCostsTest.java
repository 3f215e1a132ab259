package org.ccgledger.query.runningcosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunningCostsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    private static long beforeBreach;

    @BeforeAll
    static void catchUp() {
        beforeBreach = SampleHistory.appendTo(QUERIES.history()).beforeBreach();
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void an_envelope_shows_from_the_day_on_which_it_is_set() {
        assertThat(items("/v1/running-costs?ccg=08J&asOf=2012-12-31")).isEmpty();
        JsonNode set = account("08J", "2013-01-01");
        assertThat(texts(set, "fy", "basis", "heads", "perHead", "policyPerHead", "envelope"))
                .containsExactly("2013/14", "ONS_MODERATED", "1000", "25.00", "25.00", "25000.00");
        assertThat(set.get("budget").isNull()).isTrue();
        assertThat(set.get("outsidePolicy").asBoolean()).isFalse();
        assertThat(account("02N", "2013-02-01").get("outsidePolicy").asBoolean()).isTrue();
    }

    @Test
    void a_budget_is_what_a_group_bears_in_its_own_version_that_holds_and_in_those_of_others() {
        assertThat(texts(account("08J", "2013-04-30"), "budget")).containsExactly("20000.00");
        assertThat(texts(account("08J", "2013-05-01"), "budget")).containsExactly("21000.00");
        assertThat(account("02N", "2013-04-30").get("budget").isNull()).isTrue();
        assertThat(texts(account("02N", "2013-05-01"), "budget")).containsExactly("4000.00");
    }

    @Test
    void spending_goes_on_in_the_forecast_as_in_the_months_reported() {
        JsonNode reported = account("08J", "2013-06-10");
        assertThat(texts(reported, "spent", "monthsReported", "forecast", "spentPerHead"))
                .containsExactly("1200.00", "2", "7200.00", "1.20");
        assertThat(texts(reported, "forecastPerHead", "variance", "breached"))
                .containsExactly("7.20", "17800.00", "false");
        // 25,200.50 in six months are 50,401.00 in twelve.
        JsonNode breached = account("08J", "2013-10-10");
        assertThat(texts(breached, "spent", "forecast", "variance", "misclassified", "breached"))
                .containsExactly("25200.50", "50401.00", "-25401.00", "24000.50", "true");
        assertThat(texts(account("02N", "2013-10-10"), "spent", "breached"))
                .containsExactly("800.00", "false");
    }

    @Test
    void a_breach_is_found_and_was_not_known_before_it_was_recorded() {
        assertThat(items("/v1/running-costs?breached=true&fy=2013/14&asOf=2014-03-31")).hasSize(1);
        assertThat(items("/v1/running-costs?breached=true&asOf=2014-03-31&knownAt=" + beforeBreach))
                .isEmpty();
    }

    @Test
    void lines_tell_who_pays_and_who_bears() {
        JsonNode borne =
                items("/v1/running-cost-lines?ccg=02N&line=finance-team&asOf=2013-10-10")
                        .getFirst();
        assertThat(texts(borne, "host", "percent", "budget", "spent", "remaining"))
                .containsExactly("08J", "40", "4000.00", "800.00", "3200.00");
        assertThat(items("/v1/running-cost-lines?ccg=08J&sort=-spent&asOf=2013-10-10"))
                .extracting(line -> line.get("line").asString())
                .containsExactly("office", "finance-team");
    }

    @Test
    void policies_and_structures_say_since_when_they_hold() {
        assertThat(items("/v1/running-cost-policies?asOf=2012-10-31")).isEmpty();
        assertThat(
                        texts(
                                items("/v1/running-cost-policies?fy=2013/14").getFirst(),
                                "perHead",
                                "basis",
                                "since",
                                "citation"))
                .containsExactly("25.00", "ONS_MODERATED", "2012-11-01", "Briefing note");
        JsonNode structure = items("/v1/structures?sharedWith=02N&asOf=2013-07-01").getFirst();
        assertThat(texts(structure, "ccg", "structure", "projectedCost", "changedOn"))
                .containsExactly("08J", "One finance team", "21000.00", "2013-07-01");
        assertThat(items("/v1/structures?asOf=2013-06-30")).isEmpty();
    }

    @Test
    void accounts_come_as_csv() {
        assertThat(
                        QUERIES.get(
                                        "/v1/running-costs?ccg=08J&asOf=2013-10-10",
                                        "Accept",
                                        "text/csv")
                                .body())
                .startsWith("ccg,ccgName,region,fy,basis,heads")
                .contains("25000.00,21000.00,25200.50,6,50401.00");
    }

    private static JsonNode account(String ccg, String asOf) {
        return items("/v1/running-costs?ccg=" + ccg + "&asOf=" + asOf).getFirst();
    }

    private static List<String> texts(JsonNode row, String... fields) {
        return List.of(fields).stream().map(field -> row.get(field).asString()).toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
