package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/// Groups that the Board directed at their grant not to exercise a function, and the steps by which
/// another comes to exercise it.
final class Directed {

    private static final String WAVE = "1";
    private static final String CRITERION = "SYN-1.01";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningLedger ledger;

    /// Publishes the criteria and opens the wave that all its groups go through.
    Directed(RunningLedger ledger) {
        this.ledger = ledger;
        accepted(
                "PublishCriteriaCatalogue",
                Senders.BOARD,
                """
                "catalogue": "one-criterion", "criteria": [{"criterion": "%s", "domain": 1, "text": "A plan",
                  "source": {"standing": "SYNTHETIC", "citation": "Made up"}}]
                """
                        .formatted(CRITERION));
        accepted(
                "OpenWave",
                Senders.BOARD_OFFICER,
                """
                "number": %s, "submissionDeadline": "2012-07-02", "plannedDecisionMonth": "2012-12",
                "catalogue": "one-criterion"
                """
                        .formatted(WAVE));
    }

    /// Leads a group through its application to a grant whose direction takes the function.
    void authorise(String ccg, int number, String function) {
        String lead = Senders.lead(ccg);
        String group = "\"ccg\": \"%s\"".formatted(ccg);
        assertAccepted(
                ledger.post(
                        "ProposeCCG",
                        lead,
                        Sample.proposal(
                                ccg,
                                "E38%06d".formatted(number),
                                "F%05d".formatted(number),
                                "F%05d".formatted(number),
                                "G%05d".formatted(number))));
        accepted("AssignToWave", Senders.BOARD_OFFICER, group + ", \"wave\": " + WAVE);
        accepted(
                "SubmitApplication",
                lead,
                group
                        + """
                        , "documents": [{"title": "Plan"}], "selfCertification": {"title": "Certificate"}
                        """);
        accepted(
                "AssessCriterion",
                Senders.BOARD_OFFICER,
                group
                        + """
                        , "criterion": "%s", "result": "NOT_MET", "stage": "DESK_TOP",
                        "assessor": "0d3f7c4e-5b52-4a6f-8c1e-9e0a7b6d5c21"
                        """
                                .formatted(CRITERION));
        accepted(
                "ModerateAssessment",
                Senders.BOARD,
                group + ", \"changes\": [], \"recommendation\": \"With a condition\"");
        String conditions =
                """
                "conditions": [{"criterion": "%s", "bespoke": false, "text": "Make a plan", "level": "VI"}]
                """
                        .formatted(CRITERION);
        accepted(
                "RecommendConditions",
                Senders.BOARD,
                group
                        + ", "
                        + conditions
                        + ", \"regionalApproval\": \"0d3f7c4e-5b52-4a6f-8c1e-9e0a7b6d5c21\"");
        accepted("RespondToRecommendation", lead, group + ", \"response\": \"Agreed\"");
        accepted(
                "AuthoriseCCG",
                Senders.BOARD,
                group
                        + ", "
                        + conditions
                        + """
                        , "outcome": "AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS",
                        "directions": [{"kind": "NOT_TO_EXERCISE", "functions": ["%s"],
                          "period": {"from": "2012-07-01"}, "document": {"title": "Direction"}}]
                        """
                                .formatted(function));
    }

    /// Waits until the system has established a group that was authorised.
    void awaitEstablished(String ccg) {
        Instant end = Instant.now().plus(PATIENCE);
        Reply reply;
        do {
            reply = ledger.get("/v1/audit/streams/ccg/" + ccg);
        } while (reply.status() != 200 && Instant.now().isBefore(end));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    }

    /// Records what regulation 8(9) asks for before another group exercises the function.
    void consider(String ccg, String function, String other) {
        String candidate =
                """
                "ccg": "%s", "direction": "%s-D1", "function": "%s", "other": "%s", "capability": "It has the staff."
                """
                        .formatted(ccg, ccg, function, other);
        accepted(
                "ConsiderExerciser",
                Senders.BOARD_OFFICER,
                candidate + ", \"boardMostEffective\": false");
        accepted(
                "RecordWillingness",
                "officer-" + other + ";role=CCG_ACCOUNTABLE_OFFICER;body=CCG/" + other,
                candidate + ", \"willing\": true");
    }

    private void accepted(String command, String actor, String fields) {
        assertAccepted(ledger.post(command, actor, Sample.about(fields)));
    }

    private static void assertAccepted(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    }
}
