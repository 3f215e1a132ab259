package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gateshead and the two groups of Newcastle merge. What they were stays what it was, whatever was
/// open passes to the group that takes their place, and nobody decides for them any more.
class SuccessionStoryTest {

    private static final String MERGER = "\"merger\":\"newcastle-gateshead\"";
    private static final String CLINICIAN = "7d1c2b9e-4f6a-4a83-9b57-0e8c6d3f2a15";
    private static final String SHARES = "2f9b7c10-8e4d-4d6a-a1c3-5b0e9f7d6c24";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TERMS =
            MERGER
                    + ",\"terms\":{\"ccgs\":[\"00F\",\"00G\",\"00H\"],\"name\":\"NHS Newcastle"
                    + " Gateshead Clinical Commissioning Group\",\"constitution\":{\"title\":\"The"
                    + " constitution\"},\"permits\":[\"JOINT_COMMITTEES\"],\"accountableOfficer\":\"6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11\"}";

    private final Story story = new Story("succession");

    @Test
    void three_groups_become_one() {
        accepted(
                story.send(
                        "DeclareInterest",
                        CLINICIAN + ";role=DECLARANT;body=CCG/00G",
                        "shares",
                        "2014-05-20",
                        interest()));
        JsonNode before = group("00G", "2014-12-31");

        refused(
                apply("00F", "too little said", "IMPACT_ON_PATIENTS"),
                422,
                "FACTORS_NOT_ADDRESSED",
                "");
        accepted(apply("00F", "applies", factors()));
        accepted(apply("00H", "applies", factors()));
        Reply tooSoon = decide("too soon");
        refused(tooSoon, 422, "MEMBER_AGREEMENT_MISSING", "");
        assertThat(tooSoon.body()).contains("00G");
        accepted(apply("00G", "applies", factors()));
        refused(complete("not approved", "2015-04-01"), 422, "MERGER_NOT_DUE", "");
        accepted(decide("approved"));
        refused(complete("a day early", "2015-03-31"), 422, "MERGER_NOT_DUE", "");
        Reply merged = complete("on the day", "2015-04-01");
        accepted(merged);
        assertThat(merged.body()).contains("ccg.successions.CCGMerged");

        Reply late =
                story.send(
                        "ApplyToVaryConstitution",
                        Senders.lead("00G"),
                        "after the end",
                        "2015-06-01",
                        "\"ccg\":\"00G\",\"changes\":\"More seats\",\"document\":{\"title\":\"Draft\"},"
                                + "\"memberApproval\":{\"title\":\"Minutes\"}");
        refused(late, 422, "CCG_CEASED", "");
        assertThat(late.body()).contains("CCG/13T", "2015-04-01");
        refused(
                story.send(
                        "RecordPopulation",
                        Senders.BOARD_OFFICER,
                        "of what is no more",
                        "2015-06-01",
                        "\"ccg\":\"00G\",\"basis\":\"LIST\",\"heads\":150000,\"asAt\":\"2015-06-01\""),
                422,
                "CCG_CEASED",
                "");
        accepted(
                story.send(
                        "ApplyToVaryConstitution",
                        Senders.lead("13T"),
                        "of the new group",
                        "2015-06-01",
                        "\"ccg\":\"13T\",\"changes\":\"More seats\",\"document\":{\"title\":\"Draft\"},"
                                + "\"memberApproval\":{\"title\":\"Minutes\"}"));

        assertThat(group("00G", "2014-12-31")).isEqualTo(before);
        assertThat(group("00G", "2015-04-01").get("status").asString()).isEqualTo("MERGED");
        JsonNode succession = story.ledger().get("/v1/ccgs/00G/succession?asOf=2015-04-01").json();
        assertThat(succession.at("/currentBodies/0/body").asString()).isEqualTo("CCG/13T");
        await("/v1/practices?ccg=13T&limit=1&count=exact&asOf=2015-04-01", "6");
        await("/v1/interests?ccg=13T&limit=1&count=exact&asOf=2015-04-01", "1");
        assertThat(story.ledger().get("/v1/interests?ccg=00G&asOf=2015-03-31").json().get("items"))
                .hasSize(1);
        accepted(
                story.send(
                        "EndInterest",
                        CLINICIAN + ";role=DECLARANT;body=CCG/13T",
                        "sold",
                        "2015-04-20",
                        "\"interest\":\""
                                + SHARES
                                + "\",\"person\":\""
                                + CLINICIAN
                                + "\",\"ccg\":\"13T\",\"until\":\"2015-04-19\""));
    }

    private Reply apply(String ccg, String what, String factors) {
        String addressed =
                List.of(factors.split(",")).stream()
                        .map(one -> "{\"factor\":\"" + one + "\",\"text\":\"As in the paper\"}")
                        .collect(Collectors.joining(","));
        return story.send(
                "ApplyToMerge",
                Senders.officer(ccg),
                what + ccg,
                "2014-06-10",
                TERMS + ",\"factors\":[" + addressed + "]");
    }

    private static String factors() {
        return "IMPACT_ON_PATIENTS,IMPACT_ON_ALLOTMENTS,IMPACT_ON_THE_BOARD,"
                + "VIEWS_OF_LOCAL_AUTHORITIES,VIEWS_OF_OTHER_GROUPS,VIEWS_OF_THE_PUBLIC";
    }

    private Reply decide(String what) {
        return story.send(
                "DecideMerger",
                Senders.BOARD,
                what,
                "2014-08-01",
                MERGER + ",\"approve\":true,\"takesEffectOn\":\"2015-04-01\"");
    }

    private Reply complete(String what, String on) {
        return story.send(
                "CompleteMerger",
                Senders.REGISTRY,
                what,
                on,
                MERGER + ",\"ccg\":\"13T\",\"ons\":\"E38000212\"");
    }

    /// All but the position up to which the answer knows the ledger.
    private JsonNode group(String ods, String day) {
        ObjectNode group =
                (ObjectNode) story.ledger().get("/v1/ccgs/" + ods + "?asOf=" + day).json();
        group.remove("knownAt");
        return group;
    }

    private static String interest() {
        return "\"interest\":\""
                + SHARES
                + "\",\"person\":\""
                + CLINICIAN
                + "\",\"ccg\":\"00G\",\"declarant\":\"GOVERNING_BODY_MEMBER\",\"terms\":{\"category\":\"FINANCIAL\","
                + "\"indirect\":false,\"organisation\":\"PROVIDER/NQ101\",\"nature\":{\"subject\":\""
                + CLINICIAN
                + "\",\"text\":\"Owns shares\"},\"from\":\"2014-05-01\"},\"awareOn\":\"2014-05-01\",\"consentToPublish\":true";
    }

    private void await(String question, String count) {
        Instant end = Instant.now().plus(PATIENCE);
        String counted;
        do {
            counted = story.ledger().get(question).json().get("count").asString();
        } while (!counted.equals(count) && Instant.now().isBefore(end));
        assertThat(counted).as(question).isEqualTo(count);
    }
}
