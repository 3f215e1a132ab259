package org.ccgledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.commands.RuleBook;
import org.junit.jupiter.api.Test;

/// Keeps `docs/commands.md`, the list of all commands, at what the code says, and the code at what
/// was planned.
class CommandListTest {

    private static final Path LIST = Path.of("../docs/commands.md");
    private static final Path MADE = Path.of("target/commands.md");

    private static final String HEAD =
            """
            # The commands

            Made from the code by `CommandListTest`; edit the code instead. `GET /v1/commands` names the fields of each.
            What a command is held against is every rule with which what decides on it can refuse, by its code and its id; where
            one step serves several commands, its rules stand with each of them. What the rules say is in [rules](rules.md).

            | command | of | sent by | held against |
            |---|---|---|---|
            """;

    private static final List<CommandTypes.Type> COMMANDS =
            new CommandTypes(CommandSide.DECIDERS).all();

    @Test
    void the_list_of_commands_is_what_the_code_says() throws IOException {
        String made =
                HEAD + COMMANDS.stream().map(CommandListTest::line).collect(Collectors.joining());
        Files.writeString(MADE, made);

        assertThat(Files.exists(LIST) ? Files.readString(LIST) : "")
                .as("copy command-side/%s to docs/commands.md", MADE)
                .isEqualTo(made);
    }

    private static String line(CommandTypes.Type command) {
        SentBy senders = command.carrier().getAnnotation(SentBy.class);
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        command.name(),
                        capability(command.carrier()),
                        Arrays.stream(senders.value())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")),
                        RulesOfCommands.of(command.carrier()).stream()
                                .map(CommandListTest::rule)
                                .collect(Collectors.joining(", ")));
    }

    /// Its code, and its id if it has one.
    private static String rule(Class<?> refusal) {
        return "`%s` %s"
                .formatted(Refusal.codeOf(refusal), refusal.getAnnotation(Rule.class).id())
                .strip();
    }

    @Test
    void the_book_of_rules_holds_against_a_command_what_the_list_says() {
        assertThat(COMMANDS)
                .allSatisfy(command ->
                        assertThat(RuleBook.heldAgainst(command.name()))
                                .extracting(
                                        RuleBook.Entry::code,
                                        RuleBook.Entry::id,
                                        RuleBook.Entry::of)
                                .containsExactlyInAnyOrderElementsOf(
                                        RulesOfCommands.of(command.carrier()).stream()
                                                .map(refusal ->
                                                        tuple(
                                                                Refusal.codeOf(refusal),
                                                                refusal.getAnnotation(Rule.class)
                                                                        .id(),
                                                                capability(refusal)))
                                                .toList()));
    }

    private static String capability(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Test
    void every_command_that_was_planned_is_there() throws IOException {
        assertThat(COMMANDS.stream().map(CommandTypes.Type::name)).containsAll(planned());
    }

    private static List<String> planned() throws IOException {
        try (InputStream list = CommandListTest.class.getResourceAsStream("planned-commands.txt")) {
            assertThat(list).isNotNull();
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
