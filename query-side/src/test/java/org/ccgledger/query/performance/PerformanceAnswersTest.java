package org.ccgledger.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PerformanceAnswersTest {

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
    void an_assessment_shows_the_resources_of_its_year_and_then_what_is_published() {
        assertThat(items("/v1/performance-assessments?asOf=2014-06-29")).isEmpty();
        JsonNode assessed =
                items("/v1/performance-assessments?fy=2013/14&published=false&asOf=2014-07-14")
                        .getFirst();
        assertThat(texts(assessed, "rating", "resources", "findings", "outcomesMet", "outcomes"))
                .containsExactly("ASSURED_WITH_SUPPORT", "199000000.00", "2", "1", "1");
        JsonNode published =
                items(
                                "/v1/performance-assessments?consulted=LA/E09000021&published=true"
                                        + "&asOf=2014-07-15")
                        .getFirst();
        assertThat(texts(published, "summary", "publishedOn"))
                .containsExactly("Summary for 2013/14", "2014-07-15");
    }

    @Test
    void findings_are_listed_duty_by_duty() {
        assertThat(items("/v1/performance-findings?ccg=08J&asOf=2014-06-30"))
                .extracting(finding -> texts(finding, "number", "duty"))
                .containsExactly(List.of("1", "QUALITY"), List.of("2", "FINANCE"));
        assertThat(
                        texts(
                                items("/v1/performance-findings?duty=QUALITY&asOf=2014-06-30")
                                        .getFirst(),
                                "indicator",
                                "target",
                                "achieved"))
                .containsExactly("Seen within 18 weeks", "90", "92.5");
    }

    private static List<String> texts(JsonNode row, String... fields) {
        return List.of(fields).stream().map(field -> row.get(field).asString()).toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
