package org.ccgledger.query.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConcernsTest {

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

    @Test
    void a_concern_is_raised_until_it_is_closed() {
        assertThat(items("/v1/concerns?asOf=2013-04-30")).isEmpty();
        assertThat(items("/v1/concerns?body=PROVIDER/RWN&status=RAISED&asOf=2013-05-31"))
                .hasSize(1);
        JsonNode closed = items("/v1/concerns?category=PATIENT_SAFETY&asOf=2013-06-01").getFirst();
        assertThat(closed.get("status").asString()).isEqualTo("UPHELD");
        assertThat(closed.get("closedOn").asString()).isEqualTo("2013-06-01");
        assertThat(closed.get("anonymous").asBoolean()).isFalse();
    }

    @Test
    void nothing_leads_to_who_raised_it() {
        assertThat(QUERIES.json("/v1/concerns?asOf=2013-06-01").toString())
                .doesNotContain("7d1e5c20", "Who disclosed", "What was disclosed", "What came");
    }
}
