package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

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

    static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    static void refused(Reply reply, int status, String code, String rule) {
        assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("rule").asString("")).isEqualTo(rule);
    }
}
