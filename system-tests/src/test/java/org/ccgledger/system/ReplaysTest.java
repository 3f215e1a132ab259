package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An auditor has decisions of the played history decided again, over HTTP.
class ReplaysTest {

    private static final String REPLAYS = "/v1/audit/replays";

    private final Caller caller = PlayedEngland.shared().process().caller();

    private Reply ask(String actor, String json) {
        return caller.postTo(REPLAYS, actor, json);
    }

    private JsonNode done(Reply asked) throws Exception {
        return Asked.done(caller, asked);
    }

    @Test
    void a_range_of_decisions_comes_out_the_same() throws Exception {
        JsonNode replay = done(ask(Senders.AUDITOR, "{\"from\":1,\"to\":1500}"));

        assertThat(replay.get("reached").asLong()).isEqualTo(1500);
        assertThat(replay.get("same").asLong()).isGreaterThan(1000);
        assertThat(replay.get("different").asLong()).isZero();
        assertThat(replay.get("decisions")).isEmpty();
    }

    @Test
    void one_decision_shows_what_it_read_and_by_which_rules() throws Exception {
        JsonNode authorised =
                caller.get("/v1/audit/events?type=ccg.authorisation.CCGAuthorised&limit=1")
                        .json()
                        .at("/items/0");
        String command = authorised.get("commandId").asString();

        JsonNode replay = done(ask(Senders.AUDITOR, "{\"commandId\":\"%s\"}".formatted(command)));

        JsonNode decision = replay.at("/decisions/0");
        assertThat(decision.get("commandId").asString()).isEqualTo(command);
        assertThat(decision.get("verdict").asString()).isEqualTo("SAME");
        assertThat(decision.get("reads")).isNotEmpty();
        assertThat(decision.get("rules").valueStream().map(rule -> rule.get("code").asString()))
                .contains("ALREADY_DECIDED", "UNMET_CRITERIA_REQUIRE_CONDITIONS")
                .doesNotContain("TOO_FEW_APPLICANTS");
        assertThat(decision.get("rules").valueStream().map(rule -> rule.get("standing").asString()))
                .containsOnly("HELD");
    }

    @Test
    void what_cannot_be_decided_again_is_said() {
        assertThat(ask(Senders.AUDITOR, "{\"from\":0}").code()).isEqualTo("INVALID_FIELD");
        assertThat(ask(Senders.AUDITOR, "{\"frm\":1}").status()).isEqualTo(400);
        assertThat(
                        ask(
                                        Senders.AUDITOR,
                                        "{\"commandId\":\"00000000-0000-4000-8000-000000000000\"}")
                                .status())
                .isEqualTo(404);
        assertThat(ask(Senders.BOARD, "{\"from\":1}").status()).isEqualTo(403);
        assertThat(caller.get(REPLAYS + "/none").status()).isEqualTo(404);
    }
}
