package org.ccgledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.ccgledger.query.SuccessionHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SupportMarketTest {

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
    void an_arrangement_serves_within_its_period() {
        assertThat(items("/v1/commissioning-support?ccg=08J&asOf=2013-02-28")).isEmpty();
        assertThat(texts(arrangement("2013-03-01"), "live", "atRisk", "endsOn"))
                .containsExactly("false", "false", "2016-03-31");
        assertThat(texts(arrangement("2013-04-01"), "live", "providerKind", "cost"))
                .containsExactly("true", "CSU_BACKSTOP", "350000.00");
        assertThat(texts(arrangement("2016-04-01"), "live", "successor"))
                .containsExactly("false", "08J-support-2");
    }

    @Test
    void a_back_stop_is_at_risk_until_something_is_chosen_for_the_time_after() {
        assertThat(texts(arrangement("2015-09-29"), "atRisk")).containsExactly("false");
        assertThat(texts(arrangement("2015-09-30"), "atRisk")).containsExactly("true");
        assertThat(texts(arrangement("2015-12-01"), "atRisk", "riskSeenOn"))
                .containsExactly("false", "2015-09-30");
        assertThat(items("/v1/commissioning-support?atRisk=true&asOf=2015-10-01")).hasSize(1);
    }

    @Test
    void an_arrangement_ends_with_the_group_that_chose_it() {
        String lastDay = SuccessionHistory.MERGED_ON.minusDays(1).toString();

        assertThat(texts(payroll(lastDay), "live", "endsOn")).containsExactly("true", "");
        assertThat(texts(payroll(SuccessionHistory.MERGED_ON.toString()), "live", "endsOn"))
                .containsExactly("false", lastDay);
    }

    @Test
    void the_market_counts_what_serves_by_kind_and_expiry() {
        assertThat(items("/v1/support-market?asOf=2015-10-01&sort=expires,service"))
                .extracting(row ->
                        texts(
                                row,
                                "service",
                                "providerKind",
                                "expires",
                                "arrangements",
                                "cost",
                                "atRisk"))
                .containsExactly(
                        List.of(
                                "contract-management",
                                "CSU_BACKSTOP",
                                "2016-03",
                                "1",
                                "350000.00",
                                "1"),
                        List.of("payroll", "INDEPENDENT", "OPEN", "1", "20000.00", "0"));
        assertThat(items("/v1/support-market?providerKind=IN_HOUSE&asOf=2016-04-01")).hasSize(1);
    }

    @Test
    void the_period_of_the_back_stop_has_its_source() {
        assertThat(items("/v1/backstop-period?asOf=2011-11-01")).isEmpty();
        assertThat(
                        texts(
                                items("/v1/backstop-period?asOf=2013-04-01").getFirst(),
                                "endsOn",
                                "citation"))
                .containsExactly("2016-03-31", "Speech of 2 November 2011");
    }

    private static JsonNode payroll(String asOf) {
        return items("/v1/commissioning-support?support=08J-payroll&asOf=" + asOf).getFirst();
    }

    private static JsonNode arrangement(String asOf) {
        return items("/v1/commissioning-support?support=08J-support-1&asOf=" + asOf).getFirst();
    }

    private static List<String> texts(JsonNode row, String... fields) {
        return List.of(fields).stream().map(field -> row.get(field).asString()).toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
