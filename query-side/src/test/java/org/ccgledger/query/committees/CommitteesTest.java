package org.ccgledger.query.committees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommitteesTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final String PRIMARY = "/v1/committees/08J-primary-care?asOf=";

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static Stream<String> committees(String parameters) {
        return texts(QUERIES.json("/v1/committees?" + parameters).get("items"), "committee");
    }

    private static Stream<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString());
    }

    @Test
    void a_committee_is_shown_with_its_terms_seats_and_members() {
        JsonNode committee = QUERIES.json(PRIMARY + "2015-05-01");

        assertThat(committee.get("kind").asString()).isEqualTo("PCCC");
        assertThat(committee.get("since").asString()).isEqualTo("2015-02-02");
        assertThat(committee.get("termsVersion").asInt()).isEqualTo(1);
        assertThat(committee.get("quorum").asInt()).isEqualTo(3);
        assertThat(committee.get("votingPlaces").asInt()).isEqualTo(3);
        assertThat(committee.get("members").asInt()).isEqualTo(2);
        assertThat(committee.get("votingPractitioners").asInt()).isEqualTo(1);
        assertThat(committee.get("canBeQuorate").asBoolean()).isFalse();
        assertThat(texts(committee.get("seats"), "seat"))
                .containsExactly("lay-chair", "practitioners", "healthwatch");
        assertThat(texts(committee.get("seats"), "taken")).containsExactly("1", "1", "0");
        assertThat(texts(committee.get("memberships"), "capacity"))
                .containsExactly("LAY", "GENERAL_PRACTITIONER");
    }

    @Test
    void terms_and_members_are_those_of_the_day() {
        JsonNode committee = QUERIES.json(PRIMARY + "2015-11-01");

        assertThat(committee.get("termsVersion").asInt()).isEqualTo(2);
        assertThat(committee.get("percent").asString()).isEqualTo("75");
        assertThat(committee.get("votingPractitioners").asInt()).isZero();
        assertThat(committee.get("canBeQuorate").asBoolean()).isTrue();
        assertThat(QUERIES.json(PRIMARY + "2015-03-31").get("members").asInt()).isZero();
        assertThat(QUERIES.json(PRIMARY + "2015-09-30").get("members").asInt()).isEqualTo(2);
        assertThat(QUERIES.json(PRIMARY + "2015-10-01").get("members").asInt()).isEqualTo(1);
    }

    @Test
    void a_committee_is_there_until_it_is_disbanded() {
        assertThat(committees("ccg=08J&asOf=2015-06-30"))
                .containsExactly("08J-finance", "08J-primary-care");
        assertThat(committees("ccg=08J&asOf=2015-07-01")).containsExactly("08J-primary-care");
        assertThat(committees("kind=FINANCE&asOf=2015-06-30")).containsExactly("08J-finance");
        assertThat(committees("function=planning&asOf=2015-06-30")).isEmpty();
        assertThat(QUERIES.get("/v1/committees/08J-finance?asOf=2015-07-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void members_are_found_by_person_and_by_what_they_are() {
        assertThat(
                        texts(
                                QUERIES.json(
                                                "/v1/committee-members?capacity=LAY&voting=true"
                                                        + "&asOf=2015-05-01")
                                        .get("items"),
                                "seat"))
                .containsExactly("lay-chair");
        JsonNode one =
                QUERIES.json(
                                "/v1/committee-members?person=0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42"
                                        + "&asOf=2015-05-01")
                        .get("items")
                        .get(0);
        assertThat(one.get("committeeName").asString()).isEqualTo("Primary care commissioning");
        assertThat(one.get("representing").asString()).isEqualTo("CCG/08J");
        assertThat(one.get("until").asString()).isEqualTo("2018-03-31");
    }
}
