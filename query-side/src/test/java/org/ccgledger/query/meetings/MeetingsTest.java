package org.ccgledger.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.query.SampleMeetings.CHAIR;
import static org.ccgledger.query.SampleMeetings.GP;
import static org.ccgledger.query.SampleMeetings.LAY;
import static org.ccgledger.query.SampleMeetings.SHARES;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MeetingsTest {

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

    private static List<JsonNode> items(String question) {
        return QUERIES.json(question).get("items").valueStream().toList();
    }

    private static Stream<String> all(String question, String field) {
        return items(question).stream().map(item -> item.get(field).asString());
    }

    private static JsonNode decision(String meeting, String parameters) {
        return items("/v1/meeting-decisions?meeting=" + meeting + parameters).getFirst();
    }

    @Test
    void a_meeting_shows_who_was_expected_and_there_and_how_far_it_has_come() {
        assertThat(all("/v1/meetings?forum=GOVERNING_BODY/08J&asOf=2015-02-10", "status"))
                .containsExactly("SCHEDULED");
        JsonNode held = QUERIES.json("/v1/meetings/kingston-2015-02?asOf=2015-03-10");
        assertThat(held.get("status").asString()).isEqualTo("MINUTES_APPROVED");
        assertThat(held.get("expected").asInt()).isEqualTo(4);
        assertThat(held.get("present").asInt()).isEqualTo(3);
        assertThat(held.get("inAttendance").asInt()).isEqualTo(1);
        assertThat(held.get("items").asInt()).isEqualTo(4);
        assertThat(held.get("decided").asInt()).isEqualTo(2);
        assertThat(held.get("attendance")).hasSize(4);
        assertThat(held.get("agenda").valueStream().map(item -> item.get("status").asString()))
                .containsExactly("CARRIED", "LOST", "DEFERRED", "REFERRED");
        assertThat(held.get("decisions")).hasSize(2);
        assertThat(QUERIES.get("/v1/meetings/kingston-2015-02?asOf=2015-02-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void meetings_are_found_by_body_day_and_status() {
        assertThat(
                        all(
                                "/v1/meetings?heldFrom=2015-03-01&sort=-meetingOn&asOf=2015-04-01",
                                "meeting"))
                .containsExactlyInAnyOrder("kingston-2015-03", "north-and-south-2015-03");
        assertThat(all("/v1/meetings?heldInPublic=false&asOf=2015-04-01", "meeting"))
                .containsExactly("kingston-2015-03");
        assertThat(all("/v1/meetings?status=ON_PAPER&asOf=2015-04-01", "meeting"))
                .containsExactly("airedale-2013-06");
        assertThat(all("/v1/meetings?forumKind=JOINT_COMMITTEE&asOf=2015-04-01", "meeting"))
                .containsExactly("north-and-south-2015-03");
    }

    @Test
    void an_item_shows_who_stood_aside_and_the_quorum_needed_and_reached() {
        JsonNode item =
                items("/v1/meeting-items?meeting=kingston-2015-02&asOf=2015-02-24").getFirst();
        assertThat(item.get("excluded").asInt()).isEqualTo(1);
        assertThat(item.get("excludedPersons").get(0).asString()).isEqualTo(GP.value());
        assertThat(item.get("eligible").asInt()).isEqualTo(2);
        assertThat(item.get("quorum").asInt()).isEqualTo(2);
        assertThat(item.get("quorate").asBoolean()).isTrue();
        assertThat(all("/v1/meeting-items?excluded=" + LAY + "&asOf=2015-02-24", "item"))
                .containsExactly("2");
        assertThat(all("/v1/meeting-items?status=REFERRED&asOf=2015-02-24", "detail"))
                .containsExactly("CONFLICTS_PANEL");
    }

    @Test
    void attendance_is_counted_for_each_member_over_the_meetings_it_was_expected_at() {
        String forum = "/v1/meeting-attendance?forum=GOVERNING_BODY/08J&asOf=2015-04-01&member=";
        JsonNode chair = items(forum + CHAIR).getFirst();
        assertThat(chair.get("expected").asInt()).isEqualTo(2);
        assertThat(chair.get("attended").asInt()).isEqualTo(1);
        assertThat(chair.get("percent").asString()).isEqualTo("50.0");
        assertThat(items(forum + GP).getFirst().get("percent").asString()).isEqualTo("100.0");
        assertThat(
                        items(
                                        "/v1/meeting-attendance?forum=JOINT_COMMITTEE/north-and-south&member=CCG/08J&asOf=2015-04-01")
                                .getFirst()
                                .get("percent")
                                .asString())
                .isEqualTo("0.0");
    }

    @Test
    void a_decision_shows_votes_authority_interests_and_what_became_of_it() {
        JsonNode decided = decision("kingston-2015-02", "&outcome=CARRIED&asOf=2015-04-01");
        assertThat(decided.get("decision").asString()).isEqualTo("kingston-2015-02/1");
        assertThat(decided.get("inFavour").asInt()).isEqualTo(1);
        assertThat(decided.get("abstained").asInt()).isEqualTo(1);
        assertThat(decided.get("votes")).hasSize(2);
        assertThat(decided.get("dissenters")).isEmpty();
        assertThat(decided.get("bound").get(0).asString()).isEqualTo("CCG/08J");
        assertThat(decided.get("instrument").asString()).isEqualTo("NHS Act 2006");
        assertThat(decided.get("papers").get(0).asString()).isEqualTo("Paper 1");
        JsonNode interest = decided.get("interests").get(0);
        assertThat(interest.get("person").asString()).isEqualTo(GP.value());
        assertThat(interest.get("interest").asString()).isEqualTo(SHARES.value());
        assertThat(interest.get("declaredAtMeeting").asBoolean()).isTrue();
        assertThat(interest.get("ruling").asString()).isEqualTo("EXCLUDE");
        assertThat(decided.get("tainted").asBoolean()).isTrue();
        assertThat(decided.get("ratified").asBoolean()).isTrue();
        assertThat(decided.get("ratifiedAt").asString()).isEqualTo("kingston-2015-03");
        assertThat(decided.get("rescindedBy").asString()).isEqualTo("kingston-2015-03/1");
    }

    @Test
    void a_taint_is_known_from_its_day_and_since_it_was_recorded() {
        assertThat(
                        decision("kingston-2015-02", "&outcome=CARRIED&asOf=2015-03-09")
                                .get("tainted")
                                .asBoolean())
                .isFalse();
        JsonNode then =
                decision(
                        "kingston-2015-02",
                        "&outcome=CARRIED&asOf=2015-04-01&knownAt=" + sample.beforeTaint());
        assertThat(then.get("tainted").asBoolean()).isFalse();
        assertThat(then.get("rescinded").asBoolean()).isFalse();
        assertThat(all("/v1/meeting-decisions?tainted=true&asOf=2015-04-01", "decision"))
                .containsExactly("kingston-2015-02/1");
    }

    @Test
    void a_lost_decision_says_why() {
        JsonNode lost = decision("kingston-2015-02", "&outcome=LOST&asOf=2015-04-01");
        assertThat(lost.get("reason").asString()).isEqualTo("MAJORITY_NOT_REACHED");
        assertThat(lost.get("dissenters").get(0).asString()).isEqualTo(GP.value());
        assertThat(lost.get("bound")).isEmpty();
    }

    @Test
    void a_member_that_is_bound_without_its_agreement_is_found() {
        List<JsonNode> imposed = items("/v1/voting-records?imposed=true&asOf=2015-04-01");
        assertThat(imposed.stream().map(row -> row.get("member") + " " + row.get("vote")))
                .containsExactly("\"CCG/07G\" \"AGAINST\"", "\"CCG/08J\" \"ABSENT\"");
        assertThat(all("/v1/voting-records?member=CCG/02N&asOf=2015-04-01", "vote"))
                .containsExactly("FOR");
        assertThat(all("/v1/meeting-decisions?imposedOn=CCG/07G&asOf=2015-04-01", "meeting"))
                .containsExactly("north-and-south-2015-03");
    }

    @Test
    void the_history_of_decisions_tells_the_votes_of_those_that_were_voted_on() {
        JsonNode carried =
                items("/v1/decisions?meetingDecision=north-and-south-2015-03/1&asOf=2015-04-01")
                        .getFirst();
        assertThat(carried.get("forum").asString()).isEqualTo("JOINT_COMMITTEE/north-and-south");
        assertThat(carried.get("imposedOn").get(0).asString()).isEqualTo("CCG/07G");
        assertThat(carried.get("tainted").asBoolean()).isFalse();
        assertThat(carried.get("votes")).hasSize(2);
    }

    @Test
    void what_somebody_decided_or_voted_on_says_under_which_authority_and_what_that_lacks() {
        assertThat(all("/v1/person-decisions?part=VOTED&asOf=2015-04-01&person=" + GP, "vote"))
                .contains("AGAINST");
        String tainted = "/v1/person-decisions?gap=INTEREST_NOT_CLEARED&asOf=";
        assertThat(items(tainted + "2015-03-09")).isEmpty();
        assertThat(items(tainted + "2015-04-01&knownAt=" + sample.beforeTaint())).isEmpty();
        assertThat(all(tainted + "2015-04-01", "person")).containsExactly(CHAIR.value());
        JsonNode vote = items(tainted + "2015-04-01").getFirst();
        assertThat(vote.get("part").asString()).isEqualTo("VOTED");
        assertThat(vote.get("instrument").asString()).isEqualTo("NHS Act 2006");
        assertThat(vote.get("report").asString()).startsWith("/v1/reports/decisions/");

        List<JsonNode> decided =
                items("/v1/person-decisions?part=DECIDED&limit=500&asOf=2015-04-01");
        Map<JsonNode, Boolean> reasoned =
                items("/v1/decisions?limit=500&asOf=2015-04-01").stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.get("position"),
                                        one -> !one.get("reasons").isNull()));
        assertThat(reasoned.values()).contains(true, false);
        assertThat(decided)
                .hasSameSizeAs(reasoned.keySet())
                .allSatisfy(one ->
                        assertThat(one.get("gaps").toString().contains("NO_REASONS"))
                                .isNotEqualTo(reasoned.get(one.get("position"))));
        assertThat(decided)
                .allSatisfy(one ->
                        assertThat(one.get("gaps").toString().contains("NO_AUTHORITY"))
                                .isEqualTo(
                                        Stream.of("instrument", "provision", "delegation")
                                                .allMatch(field -> one.get(field).isNull())))
                .anyMatch(one -> one.get("gaps").toString().contains("NO_AUTHORITY"))
                .anyMatch(one -> !one.get("gaps").toString().contains("NO_AUTHORITY"));
    }

    @Test
    void what_spreadsheets_take_for_formulas_is_quoted() {
        assertThat(
                        QUERIES.get(
                                        "/v1/meeting-items?meeting=kingston-2015-03&asOf=2015-04-01",
                                        "Accept",
                                        "text/csv")
                                .body())
                .contains("'=Contract 1");
    }
}
