package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.MeetingSteps.DAY;
import static org.ccgledger.system.MeetingSteps.chair;
import static org.ccgledger.system.MeetingSteps.declarant;
import static org.ccgledger.system.MeetingSteps.interest;
import static org.ccgledger.system.MeetingSteps.item;
import static org.ccgledger.system.MeetingSteps.person;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.running.Automations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Five groups decide together, four against one; and a governing body keeps a member with an
/// interest from its vote, as far as it knows of the interest.
class MeetingStoryTest {

    private static final List<String> GROUPS = List.of("11A", "11B", "11C", "11D", "11E");
    private static final String FIRST = GROUPS.getFirst();
    private static final String LAST = GROUPS.getLast();
    private static final String STROKE = "stroke-care";
    private static final String PROVIDER = "PROVIDER/NQ101";
    private static final String SHARES = "3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18";
    private static final String LATER = "4d1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18";

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final MeetingSteps STEPS = new MeetingSteps(LEDGER);

    @BeforeAll
    static void groupsExist() {
        Directed groups = new Directed(LEDGER);
        for (int i = 0; i < GROUPS.size(); i++) {
            groups.authorise(GROUPS.get(i), i, "acute-commissioning");
        }
        GROUPS.forEach(groups::awaitEstablished);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void four_of_five_bind_the_fifth_only_if_all_have_agreed_that_a_majority_may() {
        legislate();
        form("by-unanimity", "UNANIMITY", false);
        Reply lost = decide("by-unanimity", "unanimity-2015-02");
        accepted(lost);
        assertThat(types(lost)).containsExactly("ccg.meetings.DecisionLost");
        JsonNode unanimous = decision("unanimity-2015-02/1");
        assertThat(unanimous.path("outcome").asString()).isEqualTo("LOST");
        assertThat(unanimous.path("reason").asString()).isEqualTo("UNANIMITY_REQUIRED");
        assertThat(unanimous.path("inFavour").asInt()).isEqualTo(4);
        assertThat(unanimous.path("against").asInt()).isEqualTo(1);
        assertThat(unanimous.path("bound").size()).isZero();

        form("by-majority", "MAJORITY", true);
        Reply carried = decide("by-majority", "majority-2015-02");
        accepted(carried);
        assertThat(types(carried))
                .containsExactly(
                        "ccg.meetings.DecisionCarried",
                        "ccg.meetings.DecisionImposedOnDissentingMember");
        JsonNode imposed = decision("majority-2015-02/1");
        assertThat(imposed.path("outcome").asString()).isEqualTo("CARRIED");
        assertThat(imposed.path("bound").size()).isEqualTo(5);
        assertThat(imposed.path("imposedOn").toString()).isEqualTo("[\"CCG/" + LAST + "\"]");
        JsonNode records =
                LEDGER.get("/v1/voting-records?imposed=true&asOf=" + DAY).json().path("items");
        assertThat(records.size()).isEqualTo(1);
        assertThat(records.get(0).path("member").asString()).isEqualTo("CCG/" + LAST);
        assertThat(records.get(0).path("vote").asString()).isEqualTo("AGAINST");

        refused(
                STEPS.table("majority-2015-02", "2", FIRST, "maternity", "JOINT_SCOPE", "", DAY),
                422,
                "OUTSIDE_DELEGATED_SCOPE",
                "J8");
        refused(
                STEPS.table(
                        "majority-2015-02",
                        "3",
                        FIRST,
                        "acute-commissioning",
                        "JOINT_SCOPE",
                        "",
                        DAY),
                422,
                "FUNCTION_NOT_EXERCISABLE",
                "D7");
        assertThat(boundAsMinuted("stroke-care")).hasSize(5);
        assertThat(boundAsMinuted("maternity")).isEmpty();
    }

    /// Whom a decision binds that minutes tell of: the fact is recorded, within the terms or not.
    private static JsonNode boundAsMinuted(String function) {
        String meeting = "minuted-" + function;
        accepted(
                STEPS.send(
                        "RecordMinutedDecision",
                        MeetingSteps.secretary(FIRST),
                        DAY,
                        """
                        "meeting": "%s", "forum": "JOINT_COMMITTEE/by-majority", "item": "1", "title": "Minuted",
                        "function": "%s", "concerns": [], "carried": true,
                        "tally": {"inFavour": 5, "against": 0, "abstained": 0}, "ballots": [],
                        "minutes": {"title": "Minutes"}
                        """
                                .formatted(meeting, function)));
        return decision(meeting + "/1").path("bound");
    }

    @Test
    void a_member_with_an_interest_stands_aside_and_what_comes_to_light_later_taints() {
        for (int i = 0; i < 5; i++) {
            STEPS.appoint(FIRST, i + 1, i == 0 ? "LAY_AUDIT" : "OTHER");
        }
        accepted(declare(SHARES, 3, PROVIDER, "2014-06-10"));
        String meeting = "body-2015-02";
        STEPS.open(meeting, "GOVERNING_BODY/" + FIRST, FIRST, DAY);
        for (int i = 1; i <= 3; i++) {
            STEPS.attend(meeting, FIRST, i, "", DAY);
        }
        accepted(STEPS.table(meeting, "1", FIRST, STROKE, "OWN_FUNCTION", PROVIDER, DAY));
        refused(
                STEPS.chairs("OpenVoting", meeting, "1", FIRST, DAY),
                422,
                "INTERESTS_NOT_CALLED",
                "M2");
        accepted(STEPS.chairs("CallForInterests", meeting, "1", FIRST, DAY));
        refused(
                STEPS.chairs("OpenVoting", meeting, "1", FIRST, DAY),
                422,
                "INTEREST_UNRESOLVED",
                "M3");
        accepted(
                STEPS.send(
                        "RuleOnInterest",
                        chair(FIRST),
                        DAY,
                        item(meeting, "1")
                                + ", \"person\": \"%s\", \"interest\": \"%s\", \"ruling\": \"EXCLUDE\""
                                        .formatted(person(3), SHARES)));
        refused(
                STEPS.vote(meeting, "1", 3, FIRST, "FOR", DAY),
                422,
                "CONFLICTED_MEMBER_MAY_NOT_VOTE",
                "M4");
        assertThat(whyNot(meeting, "1", 3)).isEqualTo("CONFLICTED_MEMBER_MAY_NOT_VOTE");
        refused(STEPS.chairs("OpenVoting", meeting, "1", FIRST, DAY), 422, "NOT_QUORATE", "M6");
        accepted(
                STEPS.send(
                        "ReferItem",
                        chair(FIRST),
                        DAY,
                        item(meeting, "1") + ", \"route\": \"CONFLICTS_PANEL\""));

        STEPS.attend(meeting, FIRST, 4, "", DAY);
        accepted(STEPS.table(meeting, "2", FIRST, STROKE, "OWN_FUNCTION", "PROVIDER/NQ202", DAY));
        accepted(STEPS.chairs("CallForInterests", meeting, "2", FIRST, DAY));
        assertThat(whyNot(meeting, "2", 3)).isEqualTo("VOTING_NOT_OPEN");
        accepted(STEPS.chairs("OpenVoting", meeting, "2", FIRST, DAY));
        assertThat(whyNot(meeting, "2", 3)).isEmpty();
        assertThat(whyNot(meeting, "2", 5)).isEqualTo("NOT_A_VOTING_MEMBER");
        for (int i = 1; i <= 4; i++) {
            accepted(STEPS.vote(meeting, "2", i, FIRST, i == 4 ? "AGAINST" : "FOR", DAY));
        }
        accepted(STEPS.chairs("CloseVoting", meeting, "2", FIRST, DAY));
        assertThat(decision(meeting + "/2").path("tainted").asBoolean()).isFalse();
        accepted(declare(LATER, 2, "PROVIDER/NQ202", "2015-03-10"));
        LEDGER.bean(Automations.class).settle(LocalDate.of(2015, 3, 10));

        JsonNode tainted = decision(meeting + "/2");
        assertThat(tainted.path("tainted").asBoolean()).isTrue();
        assertThat(tainted.path("taints").get(0).path("interest").asString()).isEqualTo(LATER);
        assertThat(tainted.path("inFavour").asInt()).isEqualTo(3);
        JsonNode items = LEDGER.get("/v1/meeting-items?meeting=" + meeting).json().path("items");
        assertThat(items.get(0).path("status").asString()).isEqualTo("REFERRED");
        assertThat(items.get(0).path("excludedPersons").get(0).asString()).isEqualTo(person(3));
        assertThat(LEDGER.get("/v1/meetings/" + meeting).json().path("present").asInt())
                .isEqualTo(4);
    }

    /// Why a member may not vote; empty if the member may.
    private static String whyNot(String meeting, String item, int person) {
        Reply reply =
                LEDGER.get(
                        "/v1/eligibility/votes?meeting=%s&item=%s&member=%s&effectiveOn=%s"
                                .formatted(meeting, item, person(person), DAY),
                        MeetingSteps.member(person, FIRST));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        JsonNode answer = reply.json();
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(answer.path("reasons").isEmpty());
        return answer.path("reasons").path(0).path("code").asString("");
    }

    private static Reply declare(String id, int person, String provider, String on) {
        return STEPS.send(
                "DeclareInterest",
                declarant(person, FIRST),
                on,
                interest(id, person, FIRST, provider));
    }

    private static JsonNode decision(String name) {
        JsonNode found =
                LEDGER.get("/v1/meeting-decisions?meeting=" + name.substring(0, name.indexOf('/')))
                        .json()
                        .path("items");
        return found.valueStream()
                .filter(decision -> decision.path("decision").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> types(Reply reply) {
        return reply.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    /// All five vote, the last one against the others.
    private static Reply decide(String committee, String meeting) {
        STEPS.open(meeting, "JOINT_COMMITTEE/" + committee, FIRST, DAY);
        for (int i = 0; i < GROUPS.size(); i++) {
            STEPS.attend(meeting, FIRST, 11 + i, "CCG/" + GROUPS.get(i), DAY);
        }
        accepted(STEPS.table(meeting, "1", FIRST, STROKE, "JOINT_SCOPE", "", DAY));
        accepted(STEPS.chairs("CallForInterests", meeting, "1", FIRST, DAY));
        accepted(STEPS.chairs("OpenVoting", meeting, "1", FIRST, DAY));
        for (int i = 0; i < GROUPS.size(); i++) {
            String ccg = GROUPS.get(i);
            accepted(
                    STEPS.vote(
                            meeting, "1", 11 + i, ccg, ccg.equals(LAST) ? "AGAINST" : "FOR", DAY));
        }
        return STEPS.chairs("CloseVoting", meeting, "1", FIRST, DAY);
    }

    private static void legislate() {
        String recorder = "recorder-1;role=PARLIAMENTARY_RECORDER;body=PARLIAMENT/UK";
        String order = "\"instrument\": \"lro-ccgs-2014\"";
        STEPS.accepted(
                "LayInstrument",
                recorder,
                "2014-03-13",
                order
                        + """
                        , "title": "Legislative Reform (Clinical Commissioning Groups) Order 2014",
                        "parentAct": "Legislative and Regulatory Reform Act 2006", "procedure": "AFFIRMATIVE",
                        "powers": [{"power": "14Z3", "manner": "BY_JOINT_COMMITTEE"}]
                        """);
        for (String house : new String[] {"COMMONS", "LORDS"}) {
            STEPS.accepted(
                    "RecordHouseApproval",
                    recorder,
                    "2014-09-09",
                    order + ", \"house\": \"" + house + "\"");
        }
        STEPS.accepted(
                "MakeInstrument",
                recorder,
                "2014-09-10",
                order + ", \"siNumber\": \"2014/2436\", \"inForceOn\": \"2014-10-01\"");
        for (String ccg : GROUPS) {
            STEPS.accepted(
                    "ApplyToVaryConstitution",
                    Senders.lead(ccg),
                    "2014-08-01",
                    """
                    "ccg": "%s", "changes": "Joint committees", "document": {"title": "Constitution"},
                    "memberApproval": {"title": "Vote of the members"}
                    """
                            .formatted(ccg));
            STEPS.accepted(
                    "DecideConstitutionVariation",
                    Senders.BOARD_OFFICER,
                    "2014-09-01",
                    """
                    "ccg": "%s", "variation": "%s-V1", "approve": true, "permits": ["JOINT_COMMITTEES"]
                    """
                            .formatted(ccg, ccg));
        }
    }

    private static void form(String committee, String rule, boolean majorityMayBind) {
        String named = "\"jointCommittee\": \"" + committee + "\"";
        STEPS.accepted(
                "ProposeJointCommittee",
                Senders.officer(FIRST),
                "2014-10-01",
                named
                        + """
                        , "name": "A joint committee", "power": "S14Z3",
                        "members": ["CCG/11A", "CCG/11B", "CCG/11C", "CCG/11D", "CCG/11E"],
                        "terms": {"functions": ["%s"], "votingRule": "%s", "majorityMayBind": %s, "quorum": 3,
                          "noticeDays": 90, "chairRule": "In turn", "disputeRoute": "Mediation",
                          "liability": "Each member for itself"}
                        """
                                .formatted(STROKE, rule, majorityMayBind));
        for (String ccg : GROUPS) {
            STEPS.accepted(
                    "AgreeToJoin",
                    Senders.officer(ccg),
                    "2014-10-02",
                    named
                            + ", \"ccg\": \"%s\", \"termsVersion\": 1, \"decision\": {\"title\": \"Minutes\"}"
                                    .formatted(ccg));
        }
        Reply formed =
                STEPS.send("FormJointCommittee", Senders.officer(FIRST), "2014-11-01", named);
        // An automation may have been quicker.
        assertThat(formed.status()).as(formed.toString()).isBetween(200, 201);
    }
}
