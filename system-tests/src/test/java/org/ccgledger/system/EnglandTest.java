package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EnglandTest {

    private final PlayedEngland england = PlayedEngland.shared();

    @Test
    void
            the_last_wave_left_43_groups_authorised_in_full_and_168_with_conditions_15_of_them_directed() {
        ObjectNode summary =
                (ObjectNode) england.get("/v1/authorisation/summary?asOf=2013-03-14").json();
        summary.remove("knownAt");

        assertThat(summary)
                .isEqualTo(
                        EventJson.MAPPER.readTree(
                                """
                                {"asOf":"2013-03-14","total":211,"fullyAuthorised":43,"withConditions":168,"withDirections":15,
                                 "waves":[
                                  {"wave":1,"authorised":34,"unconditional":8,"conditionsOnly":26,"conditionsAndDirections":0},
                                  {"wave":2,"authorised":67,"unconditional":19,"conditionsOnly":45,"conditionsAndDirections":3},
                                  {"wave":3,"authorised":62,"unconditional":6,"conditionsOnly":51,"conditionsAndDirections":5},
                                  {"wave":4,"authorised":48,"unconditional":10,"conditionsOnly":31,"conditionsAndDirections":7}]}\
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-12-10, 8, 26, 0",
        "2013-03-20, 43, 168, 15",
        "2013-04-05, 106, 105, 14",
        "2013-07-26, 152, 59, 8",
        "2013-12-01, 180, 31, 7",
        "2014-05-31, 180, 31, 3"
    })
    void reviews_changed_who_was_authorised_in_full(
            String asOf, int fully, int conditions, int directions) {
        assertThat(figures("/v1/authorisation/summary?asOf=" + asOf))
                .containsExactly(fully, conditions, directions);
    }

    @Test
    void what_was_known_before_a_review_was_recorded_is_answered_as_it_was_known() {
        long firstOfJuly =
                england.get(
                                "/v1/audit/events?type=ccg.conditions.ConditionReviewDecided&effectiveFrom=2013-07-22&limit=1")
                        .json()
                        .at("/items/0/position")
                        .asLong();

        assertThat(firstOfJuly).isPositive();
        assertThat(
                        figures(
                                "/v1/authorisation/summary?asOf=2013-07-26&knownAt="
                                        + (firstOfJuly - 1)))
                .containsExactly(106, 105, 14);
    }

    @Test
    void every_decision_of_the_history_comes_out_the_same_when_it_is_decided_again()
            throws Exception {
        Ended replay = Ended.after("replay", "--data-directory", england.data().toString());

        assertThat(replay.errors()).isEmpty();
        assertThat(replay.output())
                .containsPattern(
                        "Decided again: [\\d,]{6,} decisions in .*Every one comes out the same");
        assertThat(replay.status()).isZero();
    }

    @Test
    void every_row_of_the_read_models_is_as_a_replay_makes_it() throws Exception {
        Ended verified =
                Ended.after("projections", "verify", "--data-directory", england.data().toString());

        assertThat(verified.status()).as(verified.toString()).isZero();
        assertThat(verified.output())
                .containsPattern("  audit_event: [\\d,]{6,} rows, [0-9a-f]{64}\n")
                .endsWith("Every row is as a replay makes it.\n");
    }

    @Test
    void what_a_source_states_is_what_the_ledger_counts_but_where_it_rounds_or_errs() {
        assertThat(england.get("/v1/stated-figures?agrees=true&limit=500").json().get("items"))
                .hasSize(23);
        assertThat(
                        england.get("/v1/stated-figures?agrees=false&limit=500")
                                .json()
                                .get("items")
                                .valueStream()
                                .map(figure ->
                                        figure.get("figure").asString()
                                                + " "
                                                + figure.get("difference").asString()))
                .containsExactlyInAnyOrder(
                        "approved-for-delegation-in-a-speech 1",
                        "criteria-in-a-trade-report -9",
                        "criteria-in-draft 118",
                        "fully-authorised-percent -0.4",
                        "practices 7578",
                        "survey-joint 3",
                        "wave-2-conditions-percent -4.9",
                        "wave-4-share-of-conditions 23.4");
    }

    @Test
    void a_history_that_was_killed_on_the_way_is_there_once() {
        JsonNode scenario = england.get("/v1/scenario").json();

        assertThat(scenario.get("state").asString()).isEqualTo("DONE");
        assertThat(scenario.get("done").asInt()).isEqualTo(scenario.get("total").asInt());
        assertThat(england.sentAfterTheKill())
                .isPositive()
                .isLessThan(scenario.get("total").asInt() - 1_000);
        assertThat(count("ccg.authorisation.CriterionAssessed")).isEqualTo(211 * 119);
        assertThat(count("ccg.authorisation.CCGAuthorised")).isEqualTo(211);
        assertThat(count("ccg.registry.CCGEstablished")).isEqualTo(211);
        assertThat(count("ccg.membership.PracticeAdmitted")).isEqualTo(422);
    }

    @Test
    void a_group_is_shown_as_it_stood_on_a_day() {
        JsonNode thurrock = england.get("/v1/ccgs/07G?asOf=2013-04-02").json();

        assertThat(thurrock.get("status").asString()).isEqualTo("OPERATIONAL");
        assertThat(thurrock.get("wave").asInt()).isEqualTo(4);
        assertThat(thurrock.toString()).contains("07G-D1", "CCG/99F");
        assertThat(england.get("/v1/ccgs/07G?asOf=2013-03-20").json().get("status").asString())
                .isEqualTo("ESTABLISHED");
        assertThat(england.get("/v1/ccgs/07G?asOf=2012-06-02").json().get("status").asString())
                .isEqualTo("PROPOSED");
    }

    @Test
    void nobody_is_named_and_every_assumption_is_marked() {
        JsonNode proposal =
                england.get("/v1/audit/streams/application/07G?limit=1").json().at("/items/0");

        assertThat(proposal.at("/who/id").asString())
                .startsWith("office:representative@PRACTICE/Z");
        assertThat(proposal.at("/source/standing").asString()).isEqualTo("SYNTHETIC");
    }

    @Test
    void a_group_is_counted_once_though_it_named_two_levels_of_co_commissioning() {
        JsonNode uptake = england.get("/v1/co-commissioning/uptake?asOf=2014-07-08").json();

        assertThat(uptake.get("distinctCcgs").asInt()).isEqualTo(196);
        assertThat(uptake.get("memberships").asInt()).isEqualTo(203);
        assertThat(uptake.get("expressions").asInt()).isEqualTo(191);
        assertThat(uptake.get("levels").toString())
                .isEqualTo("{\"DELEGATED\":74,\"JOINT\":110,\"GREATER_INVOLVEMENT\":19}");
        assertThat(uptake.get("readiness").toString())
                .isEqualTo("{\"READY_NOW\":20,\"READY_SOON\":45,\"NOT_ASSESSED\":9}");
    }

    @Test
    void of_77_applications_for_delegation_64_were_approved_and_63_went_live() {
        JsonNode approved = england.get("/v1/co-commissioning/uptake?asOf=2015-02-18").json();
        assertThat(approved.at("/applications/DELEGATED").toString())
                .isEqualTo(
                        "{\"applied\":77,\"approved\":64,\"conditionallyApproved\":1,\"declined\":0,\"undecided\":12}");
        List<String> byRegion = new ArrayList<>();
        approved.get("regions")
                .forEach(row -> {
                    if (row.get("level").asString().equals("DELEGATED")) {
                        byRegion.add(
                                row.get("region").asString() + " " + row.get("approved").asInt());
                    }
                });
        assertThat(byRegion)
                .containsExactlyInAnyOrder(
                        "North of England 24",
                        "Midlands and East of England 26",
                        "London 6",
                        "South of England 8");
        JsonNode live = england.get("/v1/co-commissioning/uptake?asOf=2015-04-01").json();
        assertThat(live.get("live").toString())
                .isEqualTo("{\"DELEGATED\":63,\"JOINT\":87,\"GREATER_INVOLVEMENT\":26}");
    }

    @Test
    void a_dozen_joint_committees_were_formed_among_groups_and_one_imposed_a_decision() {
        assertThat(
                        items(
                                "/v1/joint-committees?asOf=2015-03-24",
                                "jointCommittee",
                                "urgent-care-.*"))
                .hasSize(12)
                .allSatisfy(committee ->
                        assertThat(committee.get("status").asString()).isEqualTo("FORMED"));
        List<JsonNode> decisions =
                items(
                        "/v1/meeting-decisions?asOf=2015-03-24",
                        "forum",
                        "JOINT_COMMITTEE/urgent-care-.*");
        assertThat(decisions).hasSize(1);
        assertThat(decisions.getFirst().get("inFavour").asInt()).isEqualTo(4);
        assertThat(decisions.getFirst().get("against").asInt()).isEqualTo(1);
        assertThat(decisions.getFirst().get("imposedOn")).hasSize(1);
        List<JsonNode> pressure =
                items("/v1/pressure-reports?asOf=2015-03-24", "pressure", "...-pressure-1");
        assertThat(pressure).hasSize(1);
        assertThat(pressure.getFirst().get("status").asString()).isEqualTo("RESISTED");
    }

    @Test
    void members_with_an_interest_stood_aside_and_registers_were_published() {
        assertThat(
                        items(
                                "/v1/interest-registers/editions?asOf=2014-12-31",
                                "publishedOn",
                                "2014-12-01"))
                .hasSize(12);
        assertThat(
                        items(
                                "/v1/meeting-decisions?asOf=2014-12-31",
                                "meeting",
                                "...-governing-body-2014-12"))
                .hasSize(12)
                .allSatisfy(decision -> {
                    assertThat(decision.get("outcome").asString()).isEqualTo("CARRIED");
                    assertThat(decision.get("inFavour").asInt()).isEqualTo(6);
                    assertThat(decision.at("/interests/0/ruling").asString()).isEqualTo("EXCLUDE");
                });
    }

    @Test
    void groups_were_given_so_much_a_head_and_some_tell_what_they_made_of_it() {
        assertThat(one("/v1/running-costs?ccg=99P&fy=2013/14&asOf=2013-04-01", "envelope"))
                .isEqualTo("21750000.00");
        assertThat(one("/v1/running-costs?ccg=99P&fy=2015/16&asOf=2015-04-01", "perHead"))
                .isEqualTo("22.07");
        assertThat(
                        items("/v1/running-costs?breached=true&asOf=2014-04-30", "ccg", "12D")
                                .getFirst()
                                .get("spent")
                                .asString())
                .isEqualTo("5799074.96");
        List<JsonNode> allotted = items("/v1/allocations?fy=2013/14&asOf=2013-04-01", "ccg", "...");
        assertThat(
                        allotted.stream()
                                .map(row -> new BigDecimal(row.get("firstAllotted").asString()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("65000000000");
        assertThat(items("/v1/performance-assessments?asOf=2014-07-31", "fy", "2013/14"))
                .hasSize(12);
    }

    @Test
    void the_board_stood_in_for_support_until_groups_had_chosen_what_comes_next() {
        String backstop =
                "/v1/support-market?service=commissioning-support&providerKind=CSU_BACKSTOP&asOf=";
        assertThat(one(backstop + "2016-03-31", "arrangements")).isEqualTo("187");
        assertThat(items(backstop + "2016-04-01", "service", ".*")).isEmpty();
        String atRisk = "/v1/commissioning-support?service=commissioning-support&atRisk=true&asOf=";
        assertThat(items(atRisk + "2015-12-31", "ccg", "...")).hasSize(8);
        assertThat(items(atRisk + "2016-01-15", "ccg", "...")).isEmpty();
    }

    @Test
    void services_were_procured_by_every_route_and_trusts_gave_way_by_shares() {
        assertThat(
                        items(
                                        "/v1/procurements?asOf=2014-12-31",
                                        "procurement",
                                        ".*-community-services")
                                .stream()
                                .map(row -> row.get("route").asString())
                                .distinct())
                .containsExactlyInAnyOrder(
                        "CONTINUE_EXISTING",
                        "SINGLE_CAPABLE",
                        "NHS_ONLY_COMPETITION",
                        "OPEN_COMPETITION",
                        "ANY_QUALIFIED_PROVIDER");
        assertThat(items("/v1/predecessors?status=ABOLISHED&asOf=2013-03-31", "pct", "5[^P]."))
                .hasSize(12);
        assertThat(
                        items(
                                        "/v1/transfer-lines?pct=5ND&kind=FUNCTION&asOf=2013-04-01",
                                        "receiver",
                                        "CCG/.*")
                                .stream()
                                .map(row ->
                                        row.get("receiver").asString()
                                                + " "
                                                + row.get("share").asString()))
                .containsExactlyInAnyOrder("CCG/00D 53.347", "CCG/00J 46.653");
    }

    @Test
    void every_pledge_stands_beside_what_bears_on_it() {
        assertThat(items("/v1/pledges?asOf=2016-03-31", "madeBy", "(DH/DH|BOARD/X24)")).hasSize(13);
        JsonNode voluntary =
                items("/v1/pledges?asOf=2016-03-31", "pledge", "joint-committees-voluntary")
                        .getFirst();
        assertThat(voluntary.get("supporting").asInt()).isEqualTo(1);
        assertThat(voluntary.get("contradicting").asInt()).isEqualTo(1);
    }

    private String one(String path, String column) {
        return england.get(path).json().at("/items/0/" + column).asString();
    }

    /// The rows of an answer that the played history gave, by what a column of theirs matches.
    private List<JsonNode> items(String path, String column, String pattern) {
        return england.get(path + "&limit=500")
                .json()
                .get("items")
                .valueStream()
                .filter(row -> row.path(column).asString().matches(pattern))
                .toList();
    }

    private List<Integer> figures(String path) {
        JsonNode summary = england.get(path).json();
        return List.of(
                summary.get("fullyAuthorised").asInt(),
                summary.get("withConditions").asInt(),
                summary.get("withDirections").asInt());
    }

    private int count(String type) {
        return england.get("/v1/audit/events?limit=1&count=exact&type=" + type)
                .json()
                .get("count")
                .asInt();
    }
}
