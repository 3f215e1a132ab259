package org.ccgledger.query.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InterestsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final String MEMBER = "6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11";

    private static final Set<String> SHOWN =
            Set.of("withheld", "ccg", "ccgName", "body", "position");

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
    void an_interest_shows_from_its_declaration_with_the_columns_of_the_register() {
        assertThat(kingston("2013-04-30&person=" + MEMBER)).isEmpty();
        JsonNode interest = kingston("2013-05-01&person=" + MEMBER).getFirst();

        assertThat(interest.get("body").asString()).isEqualTo("CCG/08J");
        assertThat(interest.get("declarant").asString()).isEqualTo("MEMBER");
        assertThat(interest.get("category").asString()).isEqualTo("FINANCIAL");
        assertThat(interest.get("indirect").asBoolean()).isFalse();
        assertThat(interest.get("organisation").asString()).isEqualTo("PROVIDER/NQ101");
        assertThat(interest.get("interestFrom").asString()).isEqualTo("2013-04-01");
        assertThat(interest.get("wasDueOn").asString()).isEqualTo("2013-04-29");
        assertThat(interest.get("confirmedOn").isNull()).isTrue();
        assertThat(kingston("2013-05-10&person=" + MEMBER).getFirst().get("confirmedOn").asString())
                .isEqualTo("2013-05-10");
    }

    @Test
    void an_interest_that_ended_shows_for_six_months() {
        String ended = "&category=FINANCIAL";
        assertThat(kingston("2014-04-07" + ended))
                .singleElement()
                .satisfies(interest -> {
                    assertThat(interest.get("live").asBoolean()).isFalse();
                    assertThat(interest.get("interestUntil").asString()).isEqualTo("2014-03-31");
                });
        assertThat(kingston("2014-09-30" + ended)).hasSize(1);
        assertThat(kingston("2014-10-01" + ended)).isEmpty();
    }

    @Test
    void an_amendment_waits_for_a_confirmation_of_its_own() {
        String charity = "&category=NON_FINANCIAL_PERSONAL&live=true";
        assertThat(kingston("2013-09-30" + charity).getFirst().get("confirmedOn").asString())
                .isEqualTo("2013-09-10");
        JsonNode amended = kingston("2013-10-01" + charity).getFirst();
        assertThat(amended.get("confirmedOn").isNull()).isTrue();
        assertThat(amended.get("interestFrom").asString()).isEqualTo("2013-08-01");
    }

    @Test
    void nil_shows_until_there_is_something_to_declare() {
        assertThat(kingston("2013-09-01&nil=true")).hasSize(1);
        assertThat(kingston("2013-09-02&nil=true")).isEmpty();
    }

    @Test
    void from_16_june_2017_employees_show_only_if_they_decide() {
        assertThat(kingston("2017-06-15&declarant=EMPLOYEE")).hasSize(1);
        assertThat(kingston("2017-06-16&declarant=EMPLOYEE")).isEmpty();
    }

    @Test
    void what_a_person_says_is_not_shown() {
        assertThat(QUERIES.get("/v1/interests?asOf=2013-05-01").body())
                .doesNotContain("Dr Somebody", "What it consists of");
    }

    @Test
    void what_is_withheld_shows_that_it_is_and_nothing_else_whatever_is_asked_for() {
        for (String day : List.of("2013-05-01", "2014-05-01", "2014-05-01&withheld=true")) {
            assertThat(items("/v1/interests?ccg=02N&asOf=" + day))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("withheld").asBoolean()).isTrue();
                        assertThat(row.get("position").asLong()).isEqualTo(-1);
                        row.properties().stream()
                                .filter(column -> !SHOWN.contains(column.getKey()))
                                .forEach(column ->
                                        assertThat(column.getValue().isNull())
                                                .as(column.getKey())
                                                .isTrue());
                    });
        }
        assertThat(items("/v1/interests?ccg=02N&asOf=2014-05-01&declarant=GOVERNING_BODY_MEMBER"))
                .isEmpty();
        assertThat(items("/v1/interests?asOf=2014-05-01&sort=declaredOn&limit=1")).hasSize(1);
    }

    @Test
    void a_register_has_its_guardian_its_confirmation_and_its_editions() {
        assertThat(items("/v1/interest-registers?ccg=02N&asOf=2014-05-01"))
                .singleElement()
                .satisfies(register -> {
                    assertThat(register.get("guardian").asString()).isEqualTo(MEMBER);
                    assertThat(register.get("periodUntil").asString()).isEqualTo("2014-03-31");
                    assertThat(register.get("chased").asInt()).isEqualTo(1);
                });
        assertThat(items("/v1/interest-registers/editions?kind=INTERESTS&asOf=2014-05-01"))
                .singleElement()
                .satisfies(edition -> {
                    assertThat(edition.get("asAt").asString()).isEqualTo("2014-03-31");
                    assertThat(edition.get("rows").asInt()).isEqualTo(1);
                    assertThat(edition.get("sha256").asString()).isEqualTo("7d1a");
                });
        assertThat(items("/v1/interest-registers/editions?asOf=2014-04-09")).isEmpty();
    }

    private static List<JsonNode> kingston(String asOf) {
        return items("/v1/interests?body=CCG/08J&asOf=" + asOf);
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
