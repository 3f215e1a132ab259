package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Surrey's primary care trust gives way to Surrey Heath and Surrey Downs, the county council and a
/// property company, and is abolished when nothing that it holds is left with nobody.
class PredecessorStoryTest {

    private static final String LEAD = "transition-5P5;role=TRANSITION_LEAD;body=PCT/5P5";
    private static final String NEIGHBOUR = "transition-5P8;role=TRANSITION_LEAD;body=PCT/5P8";
    private static final String DEPARTMENT = "dh-1;role=DEPARTMENT_OF_HEALTH;body=DH/X1";
    private static final String HEATH = "CCG/10C";
    private static final String DOWNS = "CCG/99H";
    private static final String COUNTY = "LA/E10000030";
    private static final String ACUTE = "\"kind\":\"FUNCTION\",\"name\":\"Acute services\"";
    private static final String SMOKING =
            "\"kind\":\"PUBLIC_HEALTH_FUNCTION\",\"name\":\"Stop smoking services\"";
    private static final String CLINIC = "\"kind\":\"ASSET\",\"name\":\"Clinic in Camberley\"";
    private static final String CLAIMS = "\"kind\":\"LIABILITY\",\"name\":\"Clinical claims\"";

    private final Story story = new Story("predecessor");

    @Test
    void a_trust_is_abolished_when_everything_has_a_receiver() {
        refused(register(NEIGHBOUR, "for another"), 403, "ACTOR_NOT_OF_THIS_BODY", "");
        accepted(register(LEAD, "first"));

        Reply ninety = scheme("ninety", line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "30"));
        refused(ninety, 422, "SUCCESSION_SHARE_INVALID", "X1");
        assertThat(ninety.body()).contains("FUNCTION Acute services", "90");
        refused(
                scheme("nobody", line(ACUTE, HEATH, "60"), line(ACUTE, "CCG/99X", "40")),
                422,
                "RECEIVER_NOT_ESTABLISHED",
                "X3");
        refused(
                scheme("public health", line(SMOKING, HEATH, "100")),
                422,
                "RECEIVER_INELIGIBLE",
                "X4");
        accepted(scheme("whole", line(ACUTE, HEATH, "60"), line(ACUTE, DOWNS, "40.0000")));

        Reply early = abolish("early");
        refused(early, 422, "SUCCESSION_INCOMPLETE", "X2");
        assertThat(early.body())
                .contains(
                        "PUBLIC_HEALTH_FUNCTION Stop smoking services",
                        "ASSET Clinic in Camberley",
                        "LIABILITY Clinical claims")
                .doesNotContain("Acute services");
        accepted(
                scheme(
                        "rest",
                        line(SMOKING, COUNTY, "100"),
                        line(CLINIC, "PROVIDER/NHSPS", "100"),
                        line(CLAIMS, "BOARD/X24", "33.3333"),
                        line(CLAIMS, HEATH, "33.3333"),
                        line(CLAIMS, DOWNS, "33.3334")));
        refused(post("17", "CCG/99X"), 422, "RECEIVER_NOT_ESTABLISHED", "X3");
        accepted(post("18", HEATH));
        refused(post("18", COUNTY), 409, "POST_ALREADY_TRANSFERRED", "");
        accepted(abolish("complete"));
        refused(post("19", HEATH), 409, "ALREADY_ABOLISHED", "");

        told();
    }

    /// What is to be read as at days before and after.
    private void told() {
        assertThat(get("/v1/predecessors/5P5?asOf=2012-09-30").status()).isEqualTo(404);
        assertThat(trust("2013-03-14", "status", "holdingsWithoutReceiver"))
                .containsExactly("ACTIVE", "4");
        assertThat(trust("2013-03-30", "status", "holdingsWithoutReceiver", "postsTransferred"))
                .containsExactly("CLOSING", "0", "1");
        assertThat(trust("2013-03-31", "status", "abolishedOn"))
                .containsExactly("ABOLISHED", "2013-03-31");
        assertThat(shares("pct=5P5&kind=FUNCTION&asOf=2013-04-01"))
                .containsExactly(HEATH + " 60", DOWNS + " 40");
        assertThat(shares("ccg=10C&inEffect=true&asOf=2013-03-31")).isEmpty();
        assertThat(shares("ccg=10C&inEffect=true&asOf=2013-04-01"))
                .containsExactly(HEATH + " 60", HEATH + " 33.3333");
    }

    private Reply register(String actor, String what) {
        return story.send(
                "RegisterPredecessor",
                actor,
                what,
                "2012-10-01",
                "\"pct\":\"5P5\",\"name\":\"Surrey PCT\",\"sha\":\"Q37\",\"holdings\":[{"
                        + String.join("},{", ACUTE, SMOKING, CLINIC, CLAIMS)
                        + "}]");
    }

    private static String line(String holding, String receiver, String share) {
        return "{%s,\"receiver\":\"%s\",\"share\":\"%s\"}".formatted(holding, receiver, share);
    }

    private Reply scheme(String what, String... lines) {
        return story.send(
                "MakeTransferScheme",
                DEPARTMENT,
                what,
                "2013-03-15",
                "\"pct\":\"5P5\",\"transfersOn\":\"2013-04-01\",\"lines\":["
                        + String.join(",", lines)
                        + "]");
    }

    private Reply post(String number, String receiver) {
        return story.send(
                "TransferStaff",
                LEAD,
                number + receiver.replace('/', '-'),
                "2013-03-20",
                "\"pct\":\"5P5\",\"post\":\"5P5-post-%s\",\"receiver\":\"%s\",\"transfersOn\":\"2013-04-01\""
                        .formatted(number, receiver));
    }

    private Reply abolish(String what) {
        return story.send("AbolishPredecessor", DEPARTMENT, what, "2013-03-31", "\"pct\":\"5P5\"");
    }

    private List<String> trust(String asOf, String... fields) {
        Reply reply = get("/v1/predecessors/5P5?asOf=" + asOf);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return List.of(fields).stream().map(field -> reply.json().get(field).asString()).toList();
    }

    private List<String> shares(String question) {
        Reply reply = get("/v1/transfer-lines?sort=-share&" + question);
        List<String> shares = new ArrayList<>();
        for (JsonNode line : reply.json().get("items")) {
            shares.add(line.get("receiver").asString() + " " + line.get("share").asString());
        }
        return shares;
    }

    private Reply get(String question) {
        return story.ledger().get(question);
    }
}
