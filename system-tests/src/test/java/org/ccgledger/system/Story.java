package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/// A course of events told through the public routes on the played England, which other stories
/// tell of as well.
final class Story {

    private static final String AUTHORITY =
            "\"authority\":{\"instrument\":\"SI 2012/1631\",\"provision\":\"reg 8\"}";

    private final String name;
    private final Caller ledger = PlayedEngland.shared().process().caller();

    /// @param name begins the keys of its commands
    Story(String name) {
        this.name = name;
    }

    Caller ledger() {
        return ledger;
    }

    /// Sends a command with reasons and an authority.
    ///
    /// @param what tells it from others of its name in the story
    /// @param fields of the command, as JSON without the braces
    Reply send(String command, String actor, String what, String on, String fields) {
        return ledger.post(
                command,
                actor,
                (name + "-" + command + "-" + what).replace(' ', '-'),
                "{"
                        + fields
                        + ",\"effectiveOn\":\""
                        + on
                        + "\",\"reasons\":\"As told.\","
                        + AUTHORITY
                        + "}");
    }

    /// The one thing that a question finds.
    JsonNode item(String question) {
        Reply reply = ledger.get(question);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().get("items").size()).as(question + reply).isEqualTo(1);
        return reply.json().get("items").get(0);
    }

    static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    static void refused(Reply reply, int status, String code, String rule) {
        assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("rule").asString("")).isEqualTo(rule);
    }
}
