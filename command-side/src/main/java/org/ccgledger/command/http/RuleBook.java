package org.ccgledger.command.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules by which commands are refused, as `docs/rules.md` lists them; a test holds that page
/// against the code.
public final class RuleBook {

    private static final String PAGE = "rules.md";
    private static final String COMMON = "decision";
    private static final Pattern CODE = Pattern.compile("`([A-Z0-9_]+)`(?: (\\d{3}))?");
    private static final int UNPROCESSABLE = 422;

    private static final List<Entry> ENTRIES = read();

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

    private static List<Entry> read() {
        try (BufferedReader page =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(RuleBook.class.getResourceAsStream(PAGE)),
                                StandardCharsets.UTF_8))) {
            return page.lines()
                    .filter(line -> line.startsWith("| "))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .flatMap(cells -> entry(cells).stream())
                    .toList();
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
