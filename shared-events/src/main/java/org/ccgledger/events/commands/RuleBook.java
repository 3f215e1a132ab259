package org.ccgledger.events.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.jspecify.annotations.Nullable;

/// The rules by which commands are refused, as `docs/rules.md` lists them, and which of them each
/// command is held against, as `docs/commands.md` does; tests hold those pages against the code.
public final class RuleBook {

    /// The rule set that is listed here.
    public static final String RULE_SET = "england-2012.2";

    private static final String RULES = "rules.md";
    private static final String COMMANDS = "commands.md";
    private static final String COMMON = "decision";
    private static final Pattern CODE = Pattern.compile("`([A-Z0-9_]+)`(?: (\\d{3}))?");
    private static final Pattern COMMAND = Pattern.compile("`(\\w+)`");
    private static final int UNPROCESSABLE = 422;

    private static final List<Entry> ENTRIES =
            rows(RULES).flatMap(cells -> entry(cells).stream()).toList();
    private static final Map<String, List<Entry>> BY_COMMAND =
            rows(COMMANDS)
                    .filter(cells -> COMMAND.matcher(cells[1]).matches())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    cells -> cells[1].replace("`", ""),
                                    cells -> heldAgainst(cells[2], cells[4])));

    private RuleBook() {}

    /// One rule that refuses.
    ///
    /// @param id the rule's, as `A8`; empty where the code belongs to no rule
    /// @param says the rule in one clause
    /// @param cure what the sender can do about it
    /// @param of the capability whose commands it refuses; `decision` for all of them
    /// @param restsOn the law or the thought behind it; may be empty
    public record Entry(
            String id,
            String says,
            String code,
            int status,
            String cure,
            String of,
            String restsOn) {}

    /// All, in the order of the page.
    public static List<Entry> all() {
        return ENTRIES;
    }

    /// Those by which commands of a capability can be refused.
    public static List<Entry> of(String capability) {
        return ENTRIES.stream()
                .filter(entry -> entry.of().equals(capability) || entry.of().equals(COMMON))
                .toList();
    }

    /// Those that a command is held against, in the order of the page; none of a command that is
    /// not listed.
    public static List<Entry> heldAgainst(String command) {
        return BY_COMMAND.getOrDefault(command, List.of());
    }

    /// What a decision says of a rule: it did not refuse what was accepted, it refused, or neither
    /// is recorded. The first rule that is broken answers; which others were looked at before, and
    /// how far a decision got that changed nothing, is not kept.
    public enum Standing {
        HELD,
        BROKEN,
        NOT_RECORDED
    }

    /// A rule that a command was held against, and what its decision says of it.
    ///
    /// @param rule its id; empty where the code belongs to no rule
    public record Checked(String rule, String says, String code, Standing standing) {}

    /// What a decision by a rule set says of each rule that commands of its kind are held against;
    /// nothing of a rule set that is not listed here.
    ///
    /// @param refused what a rule said no with, if one did
    public static List<Checked> checked(
            String ruleSet, String command, boolean accepted, @Nullable CommandRefused refused) {
        return ruleSet.equals(RULE_SET)
                ? heldAgainst(command).stream()
                        .map(entry ->
                                new Checked(
                                        entry.id(),
                                        entry.says(),
                                        entry.code(),
                                        standing(entry, accepted, refused)))
                        .toList()
                : List.of();
    }

    private static Standing standing(
            Entry entry, boolean accepted, @Nullable CommandRefused refused) {
        if (accepted) {
            return Standing.HELD;
        }
        return refused != null
                        && entry.code().equals(refused.code())
                        && entry.id().equals(Objects.requireNonNullElse(refused.rule(), ""))
                ? Standing.BROKEN
                : Standing.NOT_RECORDED;
    }

    private static List<Entry> heldAgainst(String capability, String rules) {
        Set<String> named = Set.of(rules.replace("`", "").split(", ", -1));
        return of(capability).stream()
                .filter(entry -> named.contains((entry.code() + " " + entry.id()).strip()))
                .toList();
    }

    private static Stream<String[]> rows(String name) {
        try (BufferedReader page =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(RuleBook.class.getResourceAsStream(name)),
                                StandardCharsets.UTF_8))) {
            return page
                    .lines()
                    .filter(line -> line.startsWith("| "))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> entry(String[] cells) {
        Matcher code = CODE.matcher(cells[3]);
        return code.matches()
                ? Optional.of(
                        new Entry(
                                cells[1],
                                cells[2],
                                code.group(1),
                                code.group(2) == null
                                        ? UNPROCESSABLE
                                        : Integer.parseInt(code.group(2)),
                                cells[4],
                                cells[5],
                                cells[6]))
                : Optional.empty();
    }
}
