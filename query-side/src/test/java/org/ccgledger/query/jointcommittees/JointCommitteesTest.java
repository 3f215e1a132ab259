package org.ccgledger.query.jointcommittees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JointCommitteesTest {

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

    private static JsonNode committee(String asOf) {
        return QUERIES.json("/v1/joint-committees/north-and-south?asOf=" + asOf);
    }

    private static Stream<String> texts(JsonNode items) {
        return items.valueStream().map(JsonNode::asString);
    }

    private static Stream<String> committees(String parameters) {
        return QUERIES.json("/v1/joint-committees?" + parameters)
                .get("items")
                .valueStream()
                .map(item -> item.get("jointCommittee").asString());
    }

    private static Stream<String> standings(JsonNode committee) {
        return committee
                .get("bodies")
                .valueStream()
                .map(body ->
                        body.get("member").asString()
                                + " "
                                + body.get("standing").asString()
                                + " "
                                + body.path("termsVersion").asString());
    }

    @Test
    void a_proposed_committee_shows_who_has_answered_and_the_terms_as_proposed_now() {
        JsonNode proposed = committee("2014-10-10");

        assertThat(proposed.get("status").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.get("termsVersion").asInt()).isEqualTo(2);
        assertThat(proposed.get("votingRule").asString()).isEqualTo("UNANIMITY");
        assertThat(texts(proposed.get("members")))
                .containsExactly("CCG/02N", "CCG/07G", "CCG/08J", "CCG/99Z");
        assertThat(standings(proposed))
                .containsExactly(
                        "CCG/02N AGREED 2",
                        "CCG/07G INVITED ",
                        "CCG/08J INVITED ",
                        "CCG/99Z INVITED ");
        assertThat(texts(committee("2014-10-12").get("members")))
                .containsExactly("CCG/02N", "CCG/07G", "CCG/08J");
        assertThat(texts(committee("2014-10-12").get("declined"))).containsExactly("CCG/99Z");
    }

    @Test
    void a_committee_is_shown_with_its_terms_members_and_notices() {
        JsonNode formed = committee("2014-12-01");

        assertThat(formed.get("status").asString()).isEqualTo("FORMED");
        assertThat(formed.get("since").asString()).isEqualTo("2014-11-01");
        assertThat(texts(formed.get("functions"))).containsExactly("acute-commissioning");
        assertThat(formed.get("majorityMayBind").asBoolean()).isFalse();
        assertThat(formed.get("noticesRunning").asInt()).isZero();
        assertThat(standings(formed))
                .containsExactly(
                        "CCG/02N ACTIVE 2",
                        "CCG/07G ACTIVE 2",
                        "CCG/08J ACTIVE 2",
                        "CCG/99Z DECLINED ");

        JsonNode notice = committee("2015-02-01");
        assertThat(notice.get("noticesRunning").asInt()).isEqualTo(1);
        assertThat(notice.get("nextDeparture").asString()).isEqualTo("2015-05-01");
        assertThat(texts(notice.get("bodies").get(2).get("reservedMatters")))
                .containsExactly("Maternity");
    }

    @Test
    void a_member_from_which_a_function_is_taken_is_suspended_while_that_lasts() {
        JsonNode suspended = committee("2014-12-10");
        assertThat(texts(suspended.get("suspended"))).containsExactly("CCG/07G");
        assertThat(texts(suspended.get("members"))).contains("CCG/07G");
        assertThat(standings(suspended)).contains("CCG/07G SUSPENDED 2");
        JsonNode thurrock = suspended.get("bodies").get(1);
        assertThat(thurrock.get("suspendedSince").asString()).isEqualTo("2014-12-10");
        assertThat(texts(thurrock.get("functionsTaken"))).containsExactly("acute-commissioning");

        assertThat(committees("asOf=2014-12-19&suspended=CCG/07G"))
                .containsExactly("north-and-south");
        assertThat(texts(committee("2014-12-09").get("suspended"))).isEmpty();
        assertThat(texts(committee("2014-12-20").get("suspended"))).isEmpty();
    }

    @Test
    void committees_that_gave_way_are_named() {
        assertThat(committee("2014-12-14").get("convertedCommittees")).isEmpty();
        assertThat(
                        committee("2014-12-15")
                                .get("convertedCommittees")
                                .valueStream()
                                .map(one -> one.get("committee").asString()))
                .containsExactly("02N-in-common", "08J-in-common");
    }

    @Test
    void a_variation_binds_those_who_agreed_to_it_once_it_takes_effect() {
        JsonNode open = committee("2015-02-10");
        assertThat(open.get("termsVersion").asInt()).isEqualTo(2);
        assertThat(open.get("variationVersion").asInt()).isEqualTo(3);
        assertThat(texts(open.get("variationAgreedBy"))).containsExactly("CCG/02N");

        JsonNode varied = committee("2015-02-20");
        assertThat(varied.get("termsVersion").asInt()).isEqualTo(3);
        assertThat(varied.get("votingRule").asString()).isEqualTo("SUPERMAJORITY");
        assertThat(varied.get("percent").asString()).isEqualTo("75");
        assertThat(standings(varied))
                .containsExactly(
                        "CCG/02N ACTIVE 3",
                        "CCG/07G ACTIVE 3",
                        "CCG/08J NOTICE_GIVEN 2",
                        "CCG/99Z DECLINED ");
    }

    @Test
    void a_member_that_left_is_no_member_and_the_committee_ends_with_the_last_pair() {
        assertThat(texts(committee("2015-05-01").get("members")))
                .containsExactly("CCG/02N", "CCG/07G");
        JsonNode ended = committee("2015-09-01");
        assertThat(ended.get("status").asString()).isEqualTo("DISSOLVED");
        assertThat(ended.get("cause").asString()).isEqualTo("TOO_FEW_MEMBERS");
        assertThat(texts(ended.get("members"))).isEmpty();
    }

    @Test
    void committees_are_found_by_member_function_and_running_notices() {
        assertThat(committees("asOf=2015-02-01&member=CCG/08J&noticesRunning=true"))
                .containsExactly("north-and-south");
        assertThat(committees("asOf=2015-05-01&member=CCG/08J")).isEmpty();
        assertThat(committees("asOf=2015-02-01&function=acute-commissioning&status=FORMED"))
                .containsExactly("north-and-south");
        assertThat(committees("asOf=2014-09-30")).isEmpty();
    }

    @Test
    void before_a_notice_was_recorded_nothing_is_known_of_it() {
        assertThat(
                        QUERIES.json(
                                        "/v1/joint-committees/north-and-south?asOf=2015-02-01&knownAt="
                                                + sample.beforeNotice())
                                .get("noticesRunning")
                                .asInt())
                .isZero();
    }

    @Test
    void a_committee_that_was_not_proposed_by_the_day_is_not_found() {
        assertThat(QUERIES.get("/v1/joint-committees/north-and-south?asOf=2014-09-30").statusCode())
                .isEqualTo(404);
    }
}
