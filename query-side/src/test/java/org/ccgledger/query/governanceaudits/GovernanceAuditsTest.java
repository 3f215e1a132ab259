package org.ccgledger.query.governanceaudits;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GovernanceAuditsTest {

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

    private static JsonNode kingstons(String asOf) {
        return QUERIES.json("/v1/governance-audits/08J-2014?asOf=" + asOf);
    }

    @Test
    void an_audit_goes_from_its_commission_to_its_expiry() {
        assertThat(kingstons("2014-10-01").get("status").asString()).isEqualTo("COMMISSIONED");
        assertThat(kingstons("2014-12-01").get("status").asString()).isEqualTo("REPORTED");
        assertThat(kingstons("2015-01-05").get("status").asString()).isEqualTo("ACTIONS_CLOSED");
        assertThat(kingstons("2015-12-01").get("status").asString()).isEqualTo("ACTIONS_CLOSED");
        assertThat(kingstons("2015-12-02").get("status").asString()).isEqualTo("EXPIRED");
        assertThat(QUERIES.get("/v1/governance-audits/08J-2014?asOf=2014-09-30").statusCode())
                .isEqualTo(404);
    }

    @Test
    void open_findings_are_counted_with_those_that_are_overdue() {
        JsonNode late = kingstons("2014-12-16");
        assertThat(late.get("findings").asInt()).isEqualTo(2);
        assertThat(late.get("openFindings").asInt()).isEqualTo(2);
        assertThat(late.get("overdue").asInt()).isEqualTo(1);
        assertThat(late.get("nextDue").asString()).isEqualTo("2014-12-15");
        assertThat(late.at("/found/0/overdue").asBoolean()).isTrue();
        assertThat(late.at("/found/1/severity").asString()).isEqualTo("HIGH");

        JsonNode closed = kingstons("2014-12-20");
        assertThat(closed.get("openFindings").asInt()).isEqualTo(1);
        assertThat(closed.get("overdue").asInt()).isZero();
        assertThat(closed.at("/found/0/closedOn").asString()).isEqualTo("2014-12-20");
    }

    @Test
    void audits_are_found_by_group_and_result() {
        assertThat(
                        QUERIES.json("/v1/governance-audits?result=FAIL&asOf=2014-12-10")
                                .at("/items/0/ccg")
                                .asString())
                .isEqualTo("07G");
        assertThat(
                        QUERIES.json("/v1/governance-audits?latest=true&asOf=2014-12-10")
                                .get("items")
                                .size())
                .isEqualTo(2);
        assertThat(
                        QUERIES.json("/v1/governance-audits?overdue=true&asOf=2015-02-01")
                                .get("items")
                                .size())
                .isEqualTo(1);
    }
}
