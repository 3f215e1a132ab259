package org.ccgledger.query.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DelegationsTest {

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

    private static Stream<String> delegations(String asOf) {
        return items("/v1/delegations?ccg=08J&asOf=" + asOf)
                .valueStream()
                .map(item -> item.get("delegation").asString());
    }

    @Test
    void who_decides_on_what_is_shown_with_its_limit() {
        JsonNode officer =
                items("/v1/delegations?office=chief-finance-officer&asOf=2015-06-01").get(0);
        assertThat(officer.get("function").asString()).isEqualTo("acute-commissioning");
        assertThat(officer.get("moneyLimit").asString()).isEqualTo("250000.00");
        JsonNode committee =
                items("/v1/delegations?committee=08J-primary-care&asOf=2015-06-01").get(0);
        assertThat(committee.get("committeeName").asString())
                .isEqualTo("Primary care commissioning");
        assertThat(committee.get("moneyLimit").isNull()).isTrue();
    }

    @Test
    void what_is_revoked_or_given_to_nobody_any_more_is_not_in_force() {
        assertThat(delegations("2015-02-28")).isEmpty();
        assertThat(delegations("2015-06-30")).containsExactly("08J-S1", "08J-S2", "08J-S3");
        assertThat(delegations("2015-07-01")).containsExactly("08J-S1", "08J-S2");
        assertThat(delegations("2015-08-01")).containsExactly("08J-S2");
    }

    @Test
    void what_is_reserved_is_shown_while_it_is() {
        JsonNode reserved = items("/v1/reserved-functions?ccg=08J&asOf=2015-12-31");
        assertThat(reserved).hasSize(1);
        assertThat(reserved.get(0).get("function").asString()).isEqualTo("planning");
        assertThat(reserved.get(0).get("reservedTo").asString()).isEqualTo("MEMBERSHIP");
        assertThat(items("/v1/reserved-functions?ccg=08J&asOf=2016-01-01")).isEmpty();
    }
}
