package org.ccgledger.events.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
