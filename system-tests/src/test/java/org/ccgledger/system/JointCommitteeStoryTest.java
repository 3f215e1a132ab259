package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Parliament lets groups act by joint committee, three are invited, and one that feels pressed
/// stays out.
class JointCommitteeStoryTest {

    private static final String RECORDER =
            "recorder-1;role=PARLIAMENTARY_RECORDER;body=PARLIAMENT/UK";
    private static final String ORDER = "\"instrument\":\"lro-ccgs-2014\"";
    private static final String COMMITTEE = "\"jointCommittee\":\"west-yorkshire\"";
    private static final String WITHOUT_THIRD = "\"jointCommittee\":\"west-yorkshire-two\"";
    private static final String TERMS =
            ",\"terms\":{\"functions\":[\"stroke-care\"],\"votingRule\":\"UNANIMITY\",\"quorum\":2,\"noticeDays\":90,\"chairRule\":\"Elected by the members\",\"disputeRoute\":\"Mediation\",\"liability\":\"Each member for itself\"}";

    private final Story story = new Story("joint-committee");

    @BeforeEach
    void constitutionsPermit() {
        for (String ccg : new String[] {"02N", "02R", "02W"}) {
            Reply applied =
                    story.send(
                            "ApplyToVaryConstitution",
                            Senders.lead(ccg),
                            ccg,
                            "2014-08-01",
                            "\"ccg\":\""
                                    + ccg
                                    + "\",\"changes\":\"Joint committees\",\"document\":{\"title\":\"Constitution\"},\"memberApproval\":{\"title\":\"Vote of the members\"}");
            accepted(applied);
            accepted(
                    story.send(
                            "DecideConstitutionVariation",
                            Senders.BOARD_OFFICER,
                            ccg,
                            "2014-09-01",
                            "\"ccg\":\""
                                    + ccg
                                    + "\",\"variation\":\""
                                    + ccg
                                    + "-V1\",\"approve\":true,\"permits\":[\"JOINT_COMMITTEES\"]"));
        }
    }

    @Test
    void a_joint_committee_needs_the_power_and_every_members_own_agreement() {
        accepted(
                story.send(
                        "LayInstrument",
                        RECORDER,
                        "laid",
                        "2014-03-13",
                        ORDER
                                + ",\"title\":\"Legislative Reform (Clinical Commissioning Groups) Order 2014\",\"parentAct\":\"Legislative and Regulatory Reform Act 2006\",\"procedure\":\"AFFIRMATIVE\",\"powers\":[{\"power\":\"14Z3\",\"manner\":\"BY_JOINT_COMMITTEE\"},{\"power\":\"14Z9\",\"manner\":\"BY_JOINT_COMMITTEE\"}]"));
        refused(division("misstated", "123"), 422, "DIVISION_MAJORITY_MISMATCH", "H1");
        Reply divided = division("as stated", "124");
        accepted(divided);
        refused(make("without the Lords"), 422, "BOTH_HOUSES_REQUIRED", "H3");
        accepted(
                story.send(
                        "RecordHouseApproval",
                        RECORDER,
                        "lords",
                        "2014-09-09",
                        ORDER + ",\"house\":\"LORDS\""));
        accepted(make("with both"));

        refused(
                propose("west-yorkshire", "too early", "2014-09-15", "02N", "02R", "02W"),
                422,
                "LEGAL_POWER_NOT_IN_FORCE",
                "J1");
        accepted(propose("west-yorkshire", "in time", "2014-10-01", "02N", "02R", "02W"));
        assertThat(mayJoin("02N", "west-yorkshire").path("eligible").asBoolean()).isTrue();
        accepted(agree(COMMITTEE, "02N", Senders.officer("02N")));
        accepted(agree(COMMITTEE, "02R", Senders.officer("02R")));
        refused(
                agree(COMMITTEE, "02W", Senders.BOARD_OFFICER),
                403,
                "AGREEMENT_NOT_GIVEN_BY_CCG",
                "J4");
        accepted(
                story.send(
                        "ReportPressure",
                        Senders.officer("02W"),
                        "pressed",
                        "2014-10-06",
                        "\"pressure\":\"02W-2014-1\",\"ccg\":\"02W\",\"from\":\"BOARD/X24\",\"jointCommittee\":\"west-yorkshire\",\"subject\":\"To join\",\"narrative\":\"It was said that staying out was no choice.\""));
        accepted(
                story.send(
                        "RecordResistance",
                        Senders.officer("02W"),
                        "resisted",
                        "2014-10-07",
                        "\"pressure\":\"02W-2014-1\",\"ccg\":\"02W\",\"decision\":\"RESISTED\""));
        accepted(
                story.send(
                        "DeclineToJoin",
                        Senders.officer("02W"),
                        "declines",
                        "2014-10-08",
                        COMMITTEE + ",\"ccg\":\"02W\""));
        assertThat(mayJoin("02W", "west-yorkshire").at("/reasons/0/code").asString())
                .isEqualTo("INVITATION_CLOSED");
        refused(form(COMMITTEE, "not all"), 422, "MEMBER_AGREEMENT_MISSING", "J3");

        accepted(propose("west-yorkshire-two", "without it", "2014-10-08", "02N", "02R"));
        accepted(agree(WITHOUT_THIRD, "02N", Senders.officer("02N")));
        accepted(agree(WITHOUT_THIRD, "02R", Senders.officer("02R")));
        Reply formed = form(WITHOUT_THIRD, "both");
        // An automation may have been quicker.
        assertThat(formed.status()).as(formed.toString()).isBetween(200, 201);

        Reply committee =
                story.ledger()
                        .get("/v1/joint-committees?member=CCG/02R&status=FORMED&asOf=2014-10-09");
        assertThat(committee.json().path("items").size()).as(committee.body()).isEqualTo(1);
        assertThat(committee.body()).contains("west-yorkshire-two").doesNotContain("CCG/02W");
        assertThat(story.ledger().get("/v1/instruments/lro-ccgs-2014").body())
                .contains("2014/2436", "124");
    }

    private JsonNode mayJoin(String ccg, String committee) {
        return story.ledger()
                .get(
                        "/v1/eligibility/joint-memberships?jointCommittee=%s&ccg=%s&effectiveOn=2014-10-09"
                                .formatted(committee, ccg),
                        Senders.officer(ccg))
                .json();
    }

    private Reply division(String what, String majority) {
        return story.send(
                "RecordDivision",
                RECORDER,
                what,
                "2014-09-09",
                ORDER
                        + ",\"house\":\"COMMONS\",\"ayes\":276,\"noes\":152,\"statedMajority\":"
                        + majority);
    }

    private Reply make(String what) {
        return story.send(
                "MakeInstrument",
                RECORDER,
                what,
                "2014-09-10",
                ORDER + ",\"siNumber\":\"2014/2436\",\"inForceOn\":\"2014-10-01\"");
    }

    private Reply propose(String committee, String what, String on, String... members) {
        return story.send(
                "ProposeJointCommittee",
                Senders.officer("02N"),
                what,
                on,
                "\"jointCommittee\":\""
                        + committee
                        + "\",\"name\":\"West Yorkshire stroke care\",\"power\":\"S14Z3\",\"members\":[\"CCG/"
                        + String.join("\",\"CCG/", members)
                        + "\"]"
                        + TERMS);
    }

    private Reply agree(String committee, String ccg, String actor) {
        return story.send(
                "AgreeToJoin",
                actor,
                committee.replaceAll("[^a-z-]", "") + ccg + actor.substring(0, 5),
                "2014-10-08",
                committee
                        + ",\"ccg\":\""
                        + ccg
                        + "\",\"termsVersion\":1,\"decision\":{\"title\":\"Minutes of the governing body\"}");
    }

    private Reply form(String committee, String what) {
        return story.send(
                "FormJointCommittee", Senders.officer("02N"), what, "2014-10-08", committee);
    }
}
