package org.ccgledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegisterTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static SampleHistory sample = SampleHistory.appendTo(QUERIES.history());

    @BeforeAll
    static void catchUp() {
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void the_summary_counts_waves_as_decided_and_standing_as_outstanding() {
        JsonNode march = QUERIES.json("/v1/authorisation/summary?asOf=2013-04-01");

        assertThat(march.get("total").asInt()).isEqualTo(3);
        assertThat(march.get("fullyAuthorised").asInt()).isEqualTo(1);
        assertThat(march.get("withConditions").asInt()).isEqualTo(2);
        assertThat(march.get("withDirections").asInt()).isEqualTo(1);
        assertThat(texts(march.get("waves")))
                .containsExactly(
                        "{\"wave\":1,\"authorised\":1,\"unconditional\":1,\"conditionsOnly\":0,\"conditionsAndDirections\":0}",
                        "{\"wave\":2,\"authorised\":1,\"unconditional\":0,\"conditionsOnly\":1,\"conditionsAndDirections\":0}",
                        "{\"wave\":4,\"authorised\":1,\"unconditional\":0,\"conditionsOnly\":0,\"conditionsAndDirections\":1}");
    }

    @Test
    void a_group_is_counted_from_the_day_of_its_authorisation_and_a_direction_within_its_period() {
        JsonNode january = QUERIES.json("/v1/authorisation/summary?asOf=2013-01-21");
        JsonNode dayBefore = QUERIES.json("/v1/authorisation/summary?asOf=2013-03-31");
        JsonNode revoked = QUERIES.json("/v1/authorisation/summary?asOf=2014-05-01");

        assertThat(january.get("total").asInt()).isEqualTo(1);
        assertThat(dayBefore.get("total").asInt()).isEqualTo(3);
        assertThat(dayBefore.get("withDirections").asInt()).isZero();
        assertThat(revoked.get("withDirections").asInt()).isZero();
        assertThat(revoked.get("withConditions").asInt()).isEqualTo(2);
    }

    @Test
    void waves_tell_planned_from_assigned_submitted_deferred_and_decided() {
        JsonNode waves = QUERIES.json("/v1/authorisation/waves?asOf=2013-04-01").get("items");

        assertThat(values(waves, "planned")).containsExactly("10", "20", "30", "40");
        assertThat(values(waves, "assigned")).containsExactly("2", "0", "0", "1");
        assertThat(values(waves, "deferredOut")).containsExactly("1", "0", "0", "0");
        assertThat(values(waves, "deferredIn")).containsExactly("0", "1", "0", "0");
        assertThat(values(waves, "submitted")).containsExactly("1", "1", "0", "1");
        assertThat(values(waves, "authorisedSoFar")).containsExactly("1", "2", "2", "3");
    }

    @Test
    void groups_have_a_status_that_follows_from_the_day() {
        assertThat(statuses("2012-06-01"))
                .containsExactly("02N PROPOSED", "07G PROPOSED", "08J PROPOSED");
        assertThat(statuses("2013-03-31"))
                .containsExactly("02N ESTABLISHED", "07G ESTABLISHED", "08J ESTABLISHED");
        assertThat(statuses("2013-04-01"))
                .containsExactly(
                        "02N OPERATIONAL", "07G OPERATIONAL", "08J OPERATIONAL", "99Z RESERVED");
    }

    @Test
    void groups_are_filtered_and_sorted() {
        JsonNode london = QUERIES.json("/v1/ccgs?asOf=2013-04-01&region=London").get("items");
        JsonNode byPopulation =
                QUERIES.json("/v1/ccgs?asOf=2013-04-01&status=OPERATIONAL&sort=-population")
                        .get("items");

        assertThat(values(london, "ods")).containsExactly("08J");
        assertThat(values(byPopulation, "ods")).containsExactly("07G", "02N", "08J");
    }

    @Test
    void a_group_is_shown_as_a_whole() {
        JsonNode thurrock = QUERIES.json("/v1/ccgs/07G?asOf=2013-05-01");

        assertThat(thurrock.get("name").asString())
                .isEqualTo("NHS Thurrock Clinical Commissioning Group");
        assertThat(thurrock.get("areaTeam").asString()).isEqualTo("Essex");
        assertThat(thurrock.get("wave").asInt()).isEqualTo(4);
        assertThat(thurrock.get("constitutionVersion").asInt()).isEqualTo(1);
        assertThat(values(thurrock.get("conditions"), "levelLabel"))
                .containsExactly("Specified functions removed");
        assertThat(values(thurrock.get("directions"), "direction")).containsExactly("07G-D1");
        assertThat(values(thurrock.get("functionsTaken"), "exerciser"))
                .containsExactly("BOARD/X24");
        assertThat(values(thurrock.get("members"), "practice")).hasSize(3);
        assertThat(values(thurrock.get("populations"), "heads")).containsExactly("150004");
        JsonNode later = QUERIES.json("/v1/ccgs/07G?asOf=2014-10-01");
        assertThat(later.get("constitutionPermits").get(0).asString())
                .isEqualTo("JOINT_COMMITTEES");
        assertThat(QUERIES.get("/v1/ccgs/00X").statusCode()).isEqualTo(404);
    }

    @Test
    void a_function_that_was_taken_has_one_exerciser_until_it_is_returned() {
        assertThat(exercisers("2013-03-31")).isEmpty();
        assertThat(exercisers("2013-04-01")).containsExactly("[\"BOARD/X24\"]");
        assertThat(exercisers("2013-06-01")).containsExactly("[\"CCG/08J\"]");
        assertThat(exercisers("2014-05-01")).isEmpty();
    }

    @Test
    void conditions_are_outstanding_until_discharged_mainstreamed_or_not() {
        JsonNode before = QUERIES.json("/v1/conditions?ccg=02N&asOf=2013-03-26");
        JsonNode after = QUERIES.json("/v1/conditions?ccg=02N&asOf=2014-04-01");

        assertThat(values(before.get("items"), "condition")).containsExactly("02N-C1", "02N-C2");
        assertThat(values(before.get("items"), "planMilestone"))
                .containsExactly("Final plan", "Final plan");
        assertThat(values(before.get("byDomain"), "domain")).containsExactly("3", "4");
        assertThat(values(before.get("byLevel"), "level")).containsExactly("I", "III");
        assertThat(values(after.get("items"), "condition")).containsExactly("02N-C2");
        assertThat(values(after.get("items"), "level")).containsExactly("II");
        assertThat(values(after.get("items"), "lastReviewed")).containsExactly("2013-03-27");
        assertThat(values(after.get("items"), "nextReview")).containsExactly("2013-07");
        assertThat(values(after.get("items"), "mainstreamedOn")).containsExactly("2014-03-31");
    }

    @Test
    void before_a_review_was_recorded_nothing_is_known_of_it() {
        String question = "/v1/conditions?ccg=02N&asOf=2013-06-01&knownAt=";

        assertThat(values(QUERIES.json(question + sample.beforeReview()).get("items"), "level"))
                .containsExactly("I", "III");
        assertThat(values(QUERIES.json(question + sample.afterReview()).get("items"), "level"))
                .containsExactly("II");
    }

    @Test
    void criteria_are_ranked_by_how_often_they_were_not_met() {
        JsonNode ranking = QUERIES.json("/v1/criteria/failures?asOf=2013-04-01").get("items");

        assertThat(values(ranking, "criterion")).containsExactly("3.1.1A", "SYN-4.07");
        assertThat(values(ranking, "failures")).containsExactly("2", "2");
        assertThat(values(ranking, "percentage")).containsExactly("66.7", "66.7");
    }

    @Test
    void a_governing_body_lacks_what_the_law_of_the_day_requires() {
        JsonNode june = QUERIES.json("/v1/governing-bodies?asOf=2014-06-30").get("items");
        JsonNode july = QUERIES.json("/v1/governing-bodies?asOf=2014-07-01").get("items");

        assertThat(values(june, "missing"))
                .singleElement()
                .asString()
                .contains("SIX_MEMBERS", "LAY_MEMBER_FOR_THE_AREA")
                .doesNotContain("LAY_MEMBER_FOR_AUDIT", "FOUR_MEMBERS", "\"CHAIR\"");
        assertThat(values(july, "missing"))
                .singleElement()
                .asString()
                .contains("LAY_MEMBER_FOR_AUDIT");
        assertThat(QUERIES.json("/v1/governing-bodies?asOf=2013-03-31").get("items")).isEmpty();
    }

    @Test
    void members_hold_their_seats_from_the_first_day_to_the_last() {
        assertThat(seats("2013-03-31")).isEmpty();
        assertThat(seats("2014-06-30")).containsExactly("CHAIR", "LAY_AUDIT");
        assertThat(seats("2016-03-31")).containsExactly("CHAIR");
        assertThat(seats("2016-04-01")).isEmpty();
    }

    private static List<String> seats(String asOf) {
        return values(
                QUERIES.json("/v1/governing-body-members?ccg=08J&asOf=" + asOf).get("items"),
                "seat");
    }

    @Test
    void a_practice_is_a_member_of_one_group_until_it_moves_or_ends() {
        assertThat(groupOf("Z02003", "2013-02-01")).containsExactly("02N");
        assertThat(groupOf("Z02003", "2013-10-01")).containsExactly("08J");
        assertThat(groupOf("Z02003", "2014-01-01")).isEmpty();
    }

    private static List<String> statuses(String asOf) {
        return StreamSupport.stream(
                        QUERIES.json("/v1/ccgs?asOf=" + asOf).get("items").spliterator(), false)
                .map(ccg -> ccg.get("ods").asString() + " " + ccg.get("status").asString())
                .toList();
    }

    private static List<String> exercisers(String asOf) {
        return values(QUERIES.json("/v1/directions?asOf=" + asOf).get("items"), "exercisers");
    }

    private static List<String> groupOf(String practice, String asOf) {
        return values(
                QUERIES.json("/v1/practices?practice=" + practice + "&asOf=" + asOf).get("items"),
                "ccg");
    }

    private static List<String> values(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field))
                .map(value ->
                        value == null
                                ? "null"
                                : value.isString() ? value.asString() : value.toString())
                .toList();
    }

    private static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).map(JsonNode::toString).toList();
    }
}
