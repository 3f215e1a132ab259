package org.ccgledger.query.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PressureReportsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void record() {
        SampleHistory.appendTo(QUERIES.history());
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static JsonNode reports(String parameters) {
        return QUERIES.json("/v1/pressure-reports?" + parameters).get("items");
    }

    @Test
    void a_report_is_raised_until_the_group_says_what_it_did() {
        JsonNode raised = reports("ccg=07G&asOf=2014-10-06");
        assertThat(raised.size()).isEqualTo(1);
        assertThat(raised.get(0).get("status").asString()).isEqualTo("RAISED");
        assertThat(raised.get(0).get("pressedBy").asString()).isEqualTo("BOARD/X24");
        assertThat(raised.get(0).get("ccgName").asString())
                .isEqualTo("NHS Thurrock Clinical Commissioning Group");

        JsonNode resisted = reports("status=RESISTED&asOf=2014-10-20");
        assertThat(resisted.size()).isEqualTo(1);
        assertThat(resisted.get(0).get("resolvedOn").asString()).isEqualTo("2014-10-20");
    }

    @Test
    void reports_are_found_by_committee_and_by_where_they_come_from() {
        assertThat(reports("jointCommittee=north-and-south&asOf=2015-01-01").size()).isEqualTo(1);
        assertThat(reports("from=BOARD/X24&asOf=2015-01-01").size()).isEqualTo(1);
        assertThat(reports("from=CCG/08J&asOf=2015-01-01").size()).isZero();
        assertThat(reports("asOf=2014-10-04").size()).isZero();
    }
}
