package org.ccgledger.events.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.RuleBook.Checked;
import org.ccgledger.events.commands.RuleBook.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final String COMMAND = "AssignFunctionExercise";

    @Test
    void what_was_accepted_broke_no_rule() {
        assertThat(RuleBook.checked(RuleBook.RULE_SET, COMMAND, true, null))
                .extracting(Checked::standing)
                .containsOnly(Standing.HELD);
    }

    @Test
    void the_rule_that_refused_is_broken_and_nothing_is_said_of_the_others() {
        for (String rule : List.of("D1", "")) {
            assertThat(checked(refused(rule.isEmpty() ? null : rule)))
                    .filteredOn(checked -> checked.standing() == Standing.BROKEN)
                    .as("two rules have that code")
                    .extracting(Checked::rule)
                    .containsExactly(rule);
        }
        assertThat(checked(refused("D1")))
                .extracting(Checked::standing)
                .doesNotContain(Standing.HELD);
    }

    @Test
    void of_what_changed_nothing_it_is_not_recorded_which_rules_were_looked_at() {
        assertThat(checked(null)).extracting(Checked::standing).containsOnly(Standing.NOT_RECORDED);
    }

    @Test
    void nothing_is_said_of_rules_and_commands_that_are_not_listed() {
        assertThat(RuleBook.checked("another", COMMAND, true, null)).isEmpty();
        assertThat(RuleBook.checked(RuleBook.RULE_SET, "Unknown", true, null)).isEmpty();
    }

    /// Reports say of each rule of the set by which something was decided that it held. So the
    /// rules of a set that has decided anything stay: others have another name. Whoever changes
    /// only words copies the digest.
    @Test
    void the_rules_of_a_set_are_those_that_were_approved_under_its_name() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (RuleBook.Entry entry : RuleBook.all()) {
            digest.update(
                    "%s %s %s\n".formatted(entry.id(), entry.code(), entry.says()).getBytes(UTF_8));
        }
        try (Stream<String> commands = Files.lines(Path.of("../docs/commands.md"))) {
            commands.filter(line -> line.startsWith("| `"))
                    .forEach(line -> digest.update(line.getBytes(UTF_8)));
        }

        assertThat(Files.readString(Path.of("src/test/resources/rule-sets.txt")).lines())
                .contains(RuleBook.RULE_SET + " " + HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Checked> checked(@Nullable CommandRefused refused) {
        return RuleBook.checked(RuleBook.RULE_SET, COMMAND, false, refused);
    }

    private static CommandRefused refused(@Nullable String rule) {
        return new CommandRefused(
                new UUID(0, 1),
                "directions:02N",
                "AUTHORITY_NOT_CITED",
                rule,
                422,
                "A title",
                "A detail",
                List.of(),
                LocalDate.of(2013, 1, 1));
    }
}
