package org.ccgledger.query.cocommissioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CoCommissioningTest {

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

    private static JsonNode uptake(String asOf) {
        return QUERIES.json("/v1/co-commissioning/uptake?asOf=" + asOf);
    }

    private static JsonNode arrangement(String ccg, String asOf) {
        JsonNode items =
                QUERIES.json("/v1/co-commissioning/arrangements?ccg=" + ccg + "&asOf=" + asOf)
                        .get("items");
        assertThat(items.size()).as(items.toString()).isLessThanOrEqualTo(1);
        return items.path(0);
    }

    private static String status(String ccg, String asOf) {
        JsonNode found = arrangement(ccg, asOf);
        return found.path("level").asString("") + " " + found.path("status").asString("");
    }

    private static String application(String ccg, String asOf) {
        return QUERIES.json("/v1/co-commissioning/applications?ccg=" + ccg + "&asOf=" + asOf)
                .at("/items/0/status")
                .asString("");
    }

    @Test
    void groups_are_counted_once_and_memberships_once_a_level() {
        JsonNode june = uptake("2014-07-08");
        assertThat(june.get("distinctCcgs").asInt()).isEqualTo(3);
        assertThat(june.get("memberships").asInt()).isEqualTo(5);
        assertThat(june.get("levels").toString())
                .isEqualTo("{\"DELEGATED\":2,\"JOINT\":2,\"GREATER_INVOLVEMENT\":1}");
        assertThat(june.get("readiness").toString())
                .isEqualTo("{\"READY_SOON\":1,\"NOT_ASSESSED\":1}");
        assertThat(june.get("expressions").asInt()).isEqualTo(2);
        assertThat(june.get("applications").toString()).isEqualTo("{}");
        assertThat(june.get("live").toString()).isEqualTo("{}");
        assertThat(uptake("2014-04-30").get("distinctCcgs").asInt()).isZero();
    }

    @Test
    void applications_and_arrangements_are_counted_as_they_stand() {
        assertThat(uptake("2015-02-18").get("applications").toString())
                .isEqualTo(
                        "{\"DELEGATED\":{\"applied\":2,\"approved\":0,\"conditionallyApproved\":1,\"declined\":1,\"undecided\":0},"
                                + "\"JOINT\":{\"applied\":1,\"approved\":1,\"conditionallyApproved\":0,\"declined\":0,\"undecided\":0}}");
        assertThat(uptake("2015-03-10").at("/applications/DELEGATED/approved").asInt())
                .isEqualTo(1);
        assertThat(uptake("2015-04-01").get("live").toString())
                .isEqualTo("{\"DELEGATED\":1,\"JOINT\":1,\"GREATER_INVOLVEMENT\":1}");
    }

    @Test
    void uptake_is_shown_by_region_and_by_round() {
        JsonNode april = uptake("2015-04-01");
        assertThat(april.get("regions").valueStream())
                .anySatisfy(row -> {
                    assertThat(row.get("region").asString()).isEqualTo("London");
                    assertThat(row.get("level").asString()).isEqualTo("DELEGATED");
                    assertThat(row.get("interested").asInt()).isEqualTo(1);
                    assertThat(row.get("readySoon").asInt()).isEqualTo(1);
                    assertThat(row.get("applied").asInt()).isEqualTo(1);
                    assertThat(row.get("live").asInt()).isEqualTo(1);
                });
        assertThat(april.at("/rounds/0/round").asString()).isEqualTo("2015-16");
        assertThat(
                        QUERIES.get(
                                        "/v1/co-commissioning/uptake?asOf=2015-04-01",
                                        "Accept",
                                        "text/csv")
                                .body())
                .startsWith("region,level,interested,")
                .contains("London,DELEGATED,1");
    }

    @Test
    void an_approval_is_conditional_until_its_conditions_are_met() {
        assertThat(application("08J", "2015-01-09")).isEqualTo("UNDER_ASSESSMENT");
        assertThat(application("08J", "2015-02-18")).isEqualTo("CONDITIONALLY_APPROVED");
        assertThat(application("08J", "2015-03-10")).isEqualTo("APPROVED");
        assertThat(application("07G", "2015-02-18")).isEqualTo("DECLINED");
    }

    @Test
    void a_delegation_is_agreed_then_live_then_noticed_then_over() {
        assertThat(status("08J", "2015-03-26")).isEqualTo(" ");
        assertThat(status("08J", "2015-03-27")).isEqualTo("DELEGATED AGREED");
        assertThat(status("08J", "2015-04-01")).isEqualTo("DELEGATED LIVE");
        assertThat(status("08J", "2015-09-30")).isEqualTo("DELEGATED NOTICE_GIVEN");
        assertThat(arrangement("08J", "2015-09-30").get("endsOn").asString())
                .isEqualTo("2016-04-01");
        assertThat(status("08J", "2016-04-01")).isEqualTo(" ");
        assertThat(arrangement("08J", "2015-04-01").get("functions").toString())
                .isEqualTo("[\"enhanced-services\"]");
    }

    @Test
    void an_agreement_that_is_revoked_before_it_is_live_leaves_the_level_as_it_is() {
        assertThat(status("02N", "2015-04-01")).isEqualTo("JOINT LIVE");
        assertThat(
                        QUERIES.json("/v1/co-commissioning/arrangements?ccg=02N&asOf=2016-01-15")
                                .get("items")
                                .size())
                .isEqualTo(2);
        assertThat(status("02N", "2016-02-01")).isEqualTo("JOINT LIVE");
        assertThat(status("02N", "2016-05-01")).isEqualTo(" ");
        assertThat(status("07G", "2015-04-01")).isEqualTo("GREATER_INVOLVEMENT LIVE");
    }

    @Test
    void a_failed_audit_costs_a_delegation_its_assurance_until_it_is_overridden_or_made_good() {
        assertThat(arrangement("08J", "2015-06-30").get("assurance").asString()).isEqualTo("HELD");
        assertThat(arrangement("08J", "2015-07-01").get("assurance").asString()).isEqualTo("LOST");
        assertThat(arrangement("08J", "2015-07-10").get("assurance").asString())
                .isEqualTo("OVERRIDDEN");
        assertThat(arrangement("08J", "2015-08-01").get("assurance").asString()).isEqualTo("LOST");
        assertThat(arrangement("08J", "2015-09-01").get("assurance").asString()).isEqualTo("HELD");
    }

    @Test
    void the_board_of_audits_shows_which_delegations_suffer() {
        String question = "/v1/governance-audits?delegationAtRisk=true&asOf=";
        assertThat(QUERIES.json(question + "2015-06-30").get("items").size()).isZero();
        assertThat(QUERIES.json(question + "2015-07-01").at("/items/0/audit").asString())
                .isEqualTo("08J-2015");
        assertThat(
                        QUERIES.json("/v1/governance-audits?delegated=true&asOf=2015-07-01")
                                .get("items")
                                .size())
                .isEqualTo(3);
        assertThat(QUERIES.json(question + "2015-12-02").get("items").size()).isZero();
    }
}
