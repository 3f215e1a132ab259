package org.ccgledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.junit.jupiter.api.Test;

/// Keeps `docs/rules.md`, the list of all rules, at what the code says.
class RulesTest {

    private static final Path LIST = Path.of("../docs/rules.md");
    private static final Path MADE = Path.of("target/rules.md");

    private static final Map<Path, String> SOURCES = Sources.below("src/main/java");
    private static final List<Map<Path, String>> TESTS =
            List.of(
                    Sources.below("src/test/java"),
                    Sources.below("../system-tests/src/test/java"),
                    Sources.below("../query-side/src/test/java"));

    private static final String HEAD =
            """
            # The rules

            Made from the code by `RulesTest`; edit the code instead. A rule that refuses has a code, by which callers know the
            answer; `422` unless another status stands behind it. One without a code computes, records or reacts.

            | rule | says | code | cure | of | rests on | shown by |
            |---|---|---|---|---|---|---|
            """;

    /// A doc comment, and the annotation behind it with its id and its title.
    private static final Pattern UPHOLDS =
            Pattern.compile(
                    "((?:[ \\t]*///[^\\n]*\\n)*)\\s*@Upholds\\(\\s*id = \"([A-Z]\\d+)\","
                            + "\\s*title =\\s*((?:\"[^\"]*\"[\\s+]*)+)\\)");

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");

    private static final Pattern ID = Pattern.compile("[A-Z]\\d+");

    /// One line of the list.
    private record Line(
            String id,
            String says,
            String code,
            String cure,
            String of,
            String source,
            String shownBy) {

        private static final Comparator<Line> ORDER =
                Comparator.comparing((Line line) -> line.id().isEmpty())
                        .thenComparing(line -> line.id().replaceAll("\\d", ""))
                        .thenComparingInt(line ->
                                line.id().isEmpty() ? 0 : Integer.parseInt(line.id().substring(1)))
                        .thenComparing(Line::code)
                        .thenComparing(Line::says)
                        .thenComparing(Line::shownBy);

        String text() {
            return "| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(id, says, code, cure, of, source, shownBy)
                    .replace("  ", " ");
        }
    }

    @Test
    void the_list_of_rules_is_what_the_code_says() throws IOException {
        String made =
                HEAD
                        + lines().stream()
                                .sorted(Line.ORDER)
                                .map(Line::text)
                                .collect(Collectors.joining());
        Files.writeString(MADE, made);

        assertThat(Files.exists(LIST) ? Files.readString(LIST) : "")
                .as("copy command-side/%s to docs/rules.md", MADE)
                .isEqualTo(made);
    }

    @Test
    void every_rule_is_shown_by_a_test() throws IOException {
        assertThat(lines()).allSatisfy(line -> assertThat(line.shownBy()).isNotEmpty());
    }

    @Test
    void no_rule_of_a_row_is_missing() throws IOException {
        NavigableSet<String> ids = new TreeSet<>();
        lines().stream().map(Line::id).filter(id -> !id.isEmpty()).forEach(ids::add);

        assertThat(ids).containsAll(INVARIANTS);
        for (String family : FAMILIES) {
            int last = Integer.parseInt(family.substring(1));
            for (int number = 1; number <= last; number++) {
                assertThat(ids).contains(family.charAt(0) + Integer.toString(number));
            }
        }
    }

    /// The rows of rules that there are, each with its last number.
    private static final List<String> FAMILIES =
            List.of(
                    "A14", "C7", "D9", "N5", "G5", "H5", "J14", "M11", "I10", "P14", "R7", "S5",
                    "V4", "T8", "B4", "L4", "X4", "W7");

    /// What holds across boundaries.
    private static final List<String> INVARIANTS =
            List.of("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10", "K11", "K12");

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Class<?> refusal : RefusalTest.refusals()) {
            lines.add(refusing(refusal));
        }
        for (String source : SOURCES.values()) {
            UPHOLDS.matcher(source)
                    .results()
                    .map(upheld -> upholding(upheld, capability(packageOf(source))))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Line refusing(Class<?> refusal) {
        Rule rule = refusal.getAnnotation(Rule.class);
        String code = "`" + Refusal.codeOf(refusal) + "`";
        return new Line(
                rule.id(),
                rule.title(),
                rule.status() == 422 ? code : code + " " + rule.status(),
                rule.cure(),
                capability(refusal.getPackageName()),
                source(refusal),
                shownBy(RefusalTest.testsNaming(refusal).map(test -> "`" + test + "`")));
    }

    private static String packageOf(String source) {
        Matcher declared = PACKAGE.matcher(source);
        return declared.find() ? declared.group(1) : "";
    }

    private static String capability(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static Line upholding(MatchResult upheld, String capability) {
        String id = upheld.group(2);
        String title = upheld.group(3).replaceAll("\"[\\s+]*\"|^\"|\"\\s*$", "");
        return new Line(
                id, title, "", "", capability, source(id, upheld.group(1)), shownBy(tagged(id)));
    }

    /// The comment on a refusal, without the id with which it begins.
    private static String source(Class<?> refusal) {
        Path file =
                Path.of(
                        "src/main/java",
                        refusal.getNestHost().getName().replace('.', '/') + ".java");
        Pattern declared =
                Pattern.compile(
                        "((?:[ \\t]*///[^\\n]*\\n)*)\\s*@Rule\\((?:[^()]|\\([^)]*\\))*\\)\\s*record "
                                + refusal.getSimpleName()
                                + "\\b");
        return declared.matcher(Objects.requireNonNull(SOURCES.get(file)))
                .results()
                .map(found -> source(refusal.getAnnotation(Rule.class).id(), found.group(1)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The sentence of a comment that begins with a rule's id; all of one that begins with none.
    private static String source(String id, String comment) {
        String text =
                comment.lines()
                        .map(line -> line.strip().replaceFirst("^/// ?", ""))
                        .takeWhile(line -> !line.startsWith("@param"))
                        .collect(Collectors.joining(" "))
                        .strip();
        if (!id.isEmpty() && text.contains(id + ": ")) {
            return text.substring(text.indexOf(id + ": ") + id.length() + 2)
                    .replaceFirst("\\s[A-Z]\\d+: .*", "");
        }
        return ID.matcher(text).lookingAt() ? "" : text;
    }

    private static String shownBy(Stream<String> tests) {
        return tests.sorted().distinct().collect(Collectors.joining(", "));
    }

    private static Stream<String> tagged(String id) {
        return TESTS.stream()
                .flatMap(tests -> tests.entrySet().stream())
                .filter(test -> test.getValue().contains("@Tag(\"" + id + "\")"))
                .map(test -> "`" + Sources.nameOf(test.getKey()) + "`");
    }
}
