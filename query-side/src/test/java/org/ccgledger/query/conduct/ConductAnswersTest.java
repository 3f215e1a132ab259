package org.ccgledger.query.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConductAnswersTest {

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
    void gifts_show_from_their_declaration_with_what_was_offered_before() {
        assertThat(items("/v1/gifts?ccg=08J&asOf=2014-02-01")).isEmpty();
        assertThat(items("/v1/gifts?ccg=08J&asOf=2014-02-02")).hasSize(1);
        assertThat(items("/v1/gifts?body=CCG/08J&accepted=false&asOf=2014-04-01"))
                .singleElement()
                .satisfies(gift -> {
                    assertThat(gift.get("offeror").asString()).isEqualTo("PROVIDER/NQ101");
                    assertThat(gift.get("offeredOn").asString()).isEqualTo("2014-03-01");
                    assertThat(gift.get("previousOffers").asInt()).isEqualTo(1);
                    assertThat(gift.get("kind").asString()).isEqualTo("GIFT");
                });
    }

    @Test
    void a_breach_shows_once_it_is_published_and_names_nobody() {
        assertThat(items("/v1/breaches?asOf=2014-05-31")).isEmpty();
        JsonNode breach = items("/v1/breaches?ccg=08J&asOf=2014-06-01").getFirst();
        assertThat(breach.get("reportedOn").asString()).isEqualTo("2014-05-01");
        assertThat(breach.get("summary").asString()).isEqualTo("An interest was not declared.");
        assertThat(breach.toString())
                .doesNotContain("6f9d4a52", "What was not said", "What was found");
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
