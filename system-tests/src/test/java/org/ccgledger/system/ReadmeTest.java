package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Runs what the README shows, in one shell and in its order, and holds each answer against the one
/// shown.
class ReadmeTest {

    private static final Pattern SHOWN =
            Pattern.compile("```sh\n(.*?)```\\s+```json\n(.*?)```", Pattern.DOTALL);
    private static final String END = "=== end of answer ===";
    private static final String ANYTHING = "…";

    @Test
    void every_command_of_the_readme_answers_as_it_shows() throws Exception {
        List<String> commands = new ArrayList<>();
        List<JsonNode> shown = new ArrayList<>();
        Matcher matcher = SHOWN.matcher(Files.readString(root().resolve("README.md")));
        while (matcher.find()) {
            commands.add(matcher.group(1));
            shown.add(EventJson.MAPPER.readTree(matcher.group(2)));
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);

        String script =
                String.join("\necho; echo '" + END + "'\n", commands)
                        .replace("http://127.0.0.1:8080", PlayedEngland.shared().process().url());
        String[] answers = run(script).split(Pattern.quote(END));

        assertThat(answers).hasSameSizeAs(commands);
        for (int i = 0; i < answers.length; i++) {
            List<String> differences = new ArrayList<>();
            compare("", shown.get(i), EventJson.MAPPER.readTree(answers[i].strip()), differences);
            assertThat(differences).as("%s%nanswered%n%s", commands.get(i), answers[i]).isEmpty();
        }
    }

    /// What is shown may leave out, but not differ.
    private static void compare(
            String at, JsonNode shown, JsonNode answered, List<String> differences) {
        if (shown.isObject() && answered.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                compare(
                        at + "/" + field.getKey(),
                        field.getValue(),
                        answered.path(field.getKey()),
                        differences);
            }
        } else if (shown.isArray() && answered.isArray() && answered.size() >= shown.size()) {
            for (int i = 0; i < shown.size(); i++) {
                compare(at + "/" + i, shown.get(i), answered.get(i), differences);
            }
        } else if (!shown.asString("").equals(ANYTHING) && !shown.equals(answered)) {
            differences.add(at + " is " + answered + ", not " + shown);
        }
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("bash", "-eu", "-c", script).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return java.util.Objects.requireNonNull(
                folder, "The README lies in no folder above this one");
    }
}
