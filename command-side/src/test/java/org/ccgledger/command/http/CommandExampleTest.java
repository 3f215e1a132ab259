package org.ccgledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.handling.CommandTypes;
import org.junit.jupiter.api.Test;

class CommandExampleTest {

    @Test
    void every_command_has_an_example_that_is_one() {
        List<String> faults = new ArrayList<>();
        for (CommandTypes.Type type : new CommandTypes(CommandSide.DECIDERS).all()) {
            byte[] example = CommandExample.of(type).toString().getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(CommandReader.read(example, type).command())
                        .isInstanceOf(type.carrier());
            } catch (Problem problem) {
                faults.add(
                        type.name()
                                + " "
                                + new String(example, StandardCharsets.UTF_8)
                                + " "
                                + new String(problem.response("").getBody(), StandardCharsets.UTF_8)
                                        .replaceAll(".*\"errors\":", ""));
            }
        }
        assertThat(faults).isEmpty();
    }
}
