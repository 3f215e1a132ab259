package org.ccgledger.query.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PersonsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final String SOMEONE =
            "/v1/persons/6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11/held?asOf=";

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static Stream<String> held(String asOf) {
        return QUERIES.json(SOMEONE + asOf)
                .get("items")
                .valueStream()
                .filter(item -> item.get("ccg").asString().equals("08J"))
                .map(item -> item.get("kind").asString() + " " + item.get("what").asString());
    }

    @Test
    void offices_seats_and_interests_of_the_day_stand_in_one_list() {
        assertThat(held("2014-03-31"))
                .contains(
                        "OFFICE ACCOUNTABLE_OFFICER",
                        "GOVERNING_BODY CHAIR",
                        "GOVERNING_BODY LAY_AUDIT")
                .anyMatch(one -> one.startsWith("INTEREST "));
        assertThat(held("2015-05-01"))
                .contains("COMMITTEE 08J-primary-care lay-chair", "GOVERNING_BODY CHAIR")
                .doesNotContain("GOVERNING_BODY LAY_AUDIT");
    }

    @Test
    void nothing_is_shown_that_was_said_of_the_person_in_words() {
        JsonNode all = QUERIES.json(SOMEONE + "2014-03-31");
        assertThat(all.toString()).doesNotContain("Dr Somebody");
        assertThat(all.get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "kind", "ccg", "ccgName", "what", "holding", "since", "until", "position");
    }

    @Test
    void somebody_who_is_not_known_holds_nothing() {
        assertThat(QUERIES.json("/v1/persons/nobody/held").get("items")).isEmpty();
    }
}
