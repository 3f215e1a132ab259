package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.running.Automations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the system decides when the last direction ends after the last condition, in another
/// stream.
class FullAuthorisationTest {

    private static final String FULLY_AUTHORISED = "ccg.conditions.CCGFullyAuthorised";
    private static final RunningLedger LEDGER = RunningLedger.start();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_group_is_fully_authorised_on_the_day_on_which_its_last_direction_is_revoked() {
        new Directed(LEDGER).authorise("9XG", 39_901, "planning");
        accepted(
                "OpenConditionReview",
                Senders.BOARD_OFFICER,
                "\"review\": 1, \"evidenceDue\": \"2013-06-07\", \"committeeOn\": \"2013-07-16\"",
                "2013-05-20");
        Reply reviewed =
                accepted(
                        "DecideConditionReview",
                        Senders.BOARD,
                        """
                        "review": 1, "outcomes": [{"condition": "9XG-C1", "action": "REMOVE"}],
                        "evidence": [{"title": "The plan"}]
                        """,
                        "2013-07-16");
        accepted(
                "RevokeDirection",
                Senders.BOARD,
                "\"direction\": \"9XG-D1\", \"handover\": {\"title\": \"Handover\"}",
                "2013-08-01");

        LEDGER.bean(Automations.class).settle(LocalDate.of(2013, 8, 1));

        assertThat(reviewed.body()).doesNotContain(FULLY_AUTHORISED);
        assertThat(conditions())
                .filteredOn(event -> is(FULLY_AUTHORISED, event))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("effectiveOn").asString()).isEqualTo("2013-08-01"));
    }

    private static Reply accepted(String command, String actor, String fields, String on) {
        Reply reply = LEDGER.post(command, actor, Sample.about("\"ccg\": \"9XG\", " + fields, on));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply;
    }

    private static List<JsonNode> conditions() {
        return LEDGER.get("/v1/audit/streams/conditions/9XG")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static boolean is(String type, JsonNode event) {
        return event.path("type").asString().equals(type);
    }
}
