package org.ccgledger.query.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdviceAnswersTest {

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
    void advice_goes_from_the_request_to_the_response() {
        assertThat(items("/v1/advice?asOf=2013-08-31")).isEmpty();
        assertThat(texts("2013-09-01", "status", "kind", "body"))
                .containsExactly("REQUESTED", "SENATE", "SENATE/LONDON");
        assertThat(texts("2013-10-01", "status", "form", "document", "overreach"))
                .containsExactly("GIVEN", "INSTRUCTION", "Letter of the senate", "true");
        assertThat(texts("2013-11-01", "status", "response", "reasons"))
                .containsExactly("RESPONDED", "NOT_ACCEPTED", "The evidence is another.");
    }

    @Test
    void what_told_a_group_what_to_do_is_found() {
        assertThat(items("/v1/advice?overreach=true&ccg=08J&asOf=2013-10-01")).hasSize(1);
        assertThat(items("/v1/advice?overreach=true&asOf=2013-09-30")).isEmpty();
        assertThat(items("/v1/advice?response=ACCEPTED&asOf=2013-11-01")).isEmpty();
    }

    private static List<String> texts(String asOf, String... fields) {
        JsonNode row = items("/v1/advice?advice=08J-advice-1&asOf=" + asOf).getFirst();
        return List.of(fields).stream().map(field -> row.get(field).asString()).toList();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
