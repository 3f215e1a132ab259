package org.ccgledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.ccgledger.access.Identity;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentCommandTest {

    private static final CommandTypes.Type PLEDGE =
            new CommandTypes(CommandSide.DECIDERS).named("RecordPledge").orElseThrow();
    private static final Identity REGISTRY =
            new Identity(
                    "issuer",
                    "client",
                    new Actor("registry-1", Role.REGISTRY, BodyRef.BOARD, null));
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static String correlation(@Nullable String correlation, String trace) {
        return new SentCommand(
                        "a-key-of-its-own",
                        null,
                        correlation,
                        trace,
                        CommandExample.of(PLEDGE).toString().getBytes(StandardCharsets.UTF_8))
                .envelope(PLEDGE, REGISTRY)
                .correlationId();
    }

    @Test
    void what_a_sender_names_is_what_a_command_belongs_to() {
        assertThat(correlation("batch-17", SENT)).isEqualTo("batch-17");
    }

    @Test
    void the_senders_trace_stands_in_for_it() {
        assertThat(correlation(null, SENT)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void what_is_no_trace_context_is_passed_over(String trace) {
        assertThat(correlation(null, trace))
                .isEqualTo(SentCommand.commandId(REGISTRY, "a-key-of-its-own").toString());
    }
}
