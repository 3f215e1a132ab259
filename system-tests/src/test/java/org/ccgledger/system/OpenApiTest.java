package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the application says of itself: every command and every event with its schema.
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("../docs/openapi.json");
    private static final Path MADE = Path.of("target/openapi.json");

    private static final RunningLedger LEDGER = RunningLedger.start();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static JsonNode get(String path) {
        Reply reply = LEDGER.getAsAnybody(path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void every_command_is_an_operation_with_the_schema_of_its_body() {
        JsonNode paths = Schemas.inPlace(get("/v3/api-docs")).get("paths");
        Set<String> commands = new TreeSet<>();
        get("/v1/commands")
                .forEach(command -> {
                    commands.add(command.get("href").asString());
                    assertThat(
                                    paths.get(command.get("href").asString())
                                            .at(
                                                    "/post/requestBody/content/application~1json/schema"))
                            .isEqualTo(withoutTitles(get(command.get("schema").asString())));
                });
        assertThat(commands).hasSizeGreaterThan(190);
        JsonNode schema = get("/v1/commands/AuthoriseCCG/schema");
        assertThat(schema.at("/properties/ccg/pattern").asString()).isEqualTo("^([A-Z0-9]{3,6})$");
        assertThat(schema.get("required").toString()).contains("ccg", "effectiveOn");
        assertThat(schema.get("required").toString()).doesNotContain("reasons");
    }

    /// In the document a title is the name under which the schema is found.
    private static JsonNode withoutTitles(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove(List.of("$schema", "title"));
            object.path("properties").forEach(OpenApiTest::withoutTitles);
            withoutTitles(object.path("items"));
        }
        return schema;
    }

    @Test
    void every_answer_is_an_operation_that_says_who_may_ask() {
        JsonNode paths = get("/v3/api-docs").get("paths");
        assertThat(paths.at("/~1v1~1ccgs~1{ods}/get/parameters").toString())
                .contains("\"ods\"", "asOf", "knownAt");
        assertThat(paths.at("/~1v1~1ccgs~1{ods}/get").has("security")).isFalse();
        assertThat(paths.at("/~1v1~1audit~1events/get").has("security")).isTrue();
    }

    @Test
    void every_event_has_a_schema_of_its_fact() {
        JsonNode types = get("/v1/event-types");
        assertThat(types.size()).isGreaterThan(190);
        types.forEach(type ->
                assertThat(get(type.get("schema").asString()).get("title").asString())
                        .isEqualTo(type.get("type").asString()));
        Reply unknown = LEDGER.getAsAnybody("/v1/event-types/ccg.authorisation.Nothing/1/schema");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("NOT_FOUND");
        assertThat(LEDGER.getAsAnybody("/v1/commands/Nothing/schema").status()).isEqualTo(404);
    }

    /// The document that callers build on: what it promises is not taken back within `/v1`.
    @Test
    void nothing_that_was_promised_is_taken_back() throws IOException {
        assertThat(
                        Promises.broken(
                                Schemas.inPlace(
                                        EventJson.MAPPER.readTree(Files.readString(DOCUMENT))),
                                Schemas.inPlace(get("/v3/api-docs"))))
                .isEmpty();
    }

    @Test
    void the_committed_document_is_what_the_application_says_of_itself() throws IOException {
        String made =
                EventJson.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(get("/v3/api-docs"));
        Files.writeString(MADE, made + "\n");

        assertThat(made + "\n")
                .as("copy system-tests/%s to docs/openapi.json", MADE)
                .isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void lists_are_narrowed_by_what_the_document_says() {
        List<String> faults = new ArrayList<>();
        get("/v3/api-docs")
                .get("paths")
                .properties()
                .forEach(path -> {
                    for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                        String name = parameter.path("name").asString("");
                        if (parameter.path("in").asString("").equals("query")
                                && !path.getValue().at("/get").has("security")
                                && !path.getKey().contains("{")) {
                            Reply reply =
                                    LEDGER.getAsAnybody(
                                            path.getKey() + "?" + name + "=" + value(parameter));
                            if (reply.status() == 400
                                    && reply.body().contains("There is no parameter")) {
                                faults.add(path.getKey() + " " + name);
                            }
                        }
                    }
                });
        assertThat(faults).isEmpty();
    }

    @Test
    void the_document_can_be_tried_in_a_browser_with_what_this_server_has() {
        Reply page = LEDGER.getAsAnybody("/swagger-ui");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("http");
        List<String> files =
                Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(files).hasSize(3);
        files.forEach(
                file -> assertThat(LEDGER.getAsAnybody(file).status()).as(file).isEqualTo(200));
        assertThat(LEDGER.getAsAnybody("/swagger-ui/start.js").body()).contains("/v3/api-docs");
        assertThat(LEDGER.getAsAnybody("/swagger-ui/index.html").status()).isEqualTo(404);
    }

    @Test
    void every_problem_has_a_page_that_says_what_cures_it() {
        JsonNode pages = get("/problems");
        assertThat(pages.size()).isGreaterThan(180);
        pages.forEach(page -> {
            assertThat(page.get("meanings").size()).as(page.toString()).isPositive();
            page.get("meanings")
                    .forEach(meaning ->
                            assertThat(meaning.get("cure").asString())
                                    .as(page.toString())
                                    .isNotBlank());
        });
        Reply page = LEDGER.getAsAnybody("/problems/conflicted-member-may-not-vote");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("M4", "What to do");
        assertThat(problem("text/html, application/json;q=0.1")).startsWith("text/html");
        assertThat(problem("text/html;q=0.1, application/json")).startsWith("application/json");
        assertThat(problem("text/html;q=0, */*")).startsWith("application/json");
        assertThat(LEDGER.getAsAnybody("/problems/NOT_FOUND").status()).isEqualTo(404);
        assertThat(LEDGER.getAsAnybody("/problems/nothing").code()).isEqualTo("NOT_FOUND");
    }

    private static String problem(String accept) {
        return LEDGER.get("/problems/not-found", Senders.AUDITOR, "Accept", accept)
                .header("Content-Type")
                .orElseThrow();
    }

    private static String value(JsonNode parameter) {
        return switch (parameter.at("/schema/type").asString("string")) {
            case "integer" -> "1";
            case "boolean" -> "true";
            default -> "x";
        };
    }
}
