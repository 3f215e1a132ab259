package org.ccgledger.query.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrectionsTest {

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
        return QUERIES.json(question).get("items");
    }

    private static Stream<String> subjects(String kind) {
        return items("/v1/late-and-corrected?kind=" + kind)
                .valueStream()
                .map(item -> item.get("subject").asString());
    }

    @Test
    void a_correction_says_what_is_wrong_and_what_is_right() {
        JsonNode correction = items("/v1/corrections?ccg=08J").get(0);
        assertThat(correction.get("wrongValue").asString()).isEqualTo("E38000008");
        assertThat(correction.get("rightValue").asString()).isEqualTo("E38000091");
        assertThat(correction.get("entry").asString())
                .isEqualTo("/v1/audit/streams/ccg/08J?version=1");
        assertThat(items("/v1/corrections?asOf=2015-05-31")).isEmpty();
    }

    @Test
    void the_entry_stays_as_it_is_and_the_correction_stands_beside_it() {
        JsonNode stream = QUERIES.json("/v1/audit/streams/ccg/08J");
        assertThat(stream.get("items").get(0).toString()).contains("E38000008");
        JsonNode correction = stream.get("corrections").get(0);
        assertThat(correction.get("fact").get("entry").get("version").asInt()).isEqualTo(1);
        assertThat(correction.get("sentence").asString())
                .contains("area in entry 1 of ccg:08J should have been");
        assertThat(QUERIES.json("/v1/audit/streams/ccg/02N").get("corrections")).isEmpty();
    }

    @Test
    void what_is_late_or_corrected_is_found_in_one_place() {
        assertThat(subjects("CORRECTED")).containsExactly("08J-correction-1");
        assertThat(subjects("DECLARED_LATE")).hasSize(1);
        assertThat(subjects("RECORDED_LATE")).isNotEmpty();
        assertThat(subjects("TAINTED")).hasSize(1);
        assertThat(
                        items("/v1/late-and-corrected?kind=DECLARED_LATE")
                                .get(0)
                                .get("daysLate")
                                .asInt())
                .isEqualTo(2);
        assertThat(items("/v1/late-and-corrected?kind=DECLARED_LATE&atLeastDays=3")).isEmpty();
    }
}
