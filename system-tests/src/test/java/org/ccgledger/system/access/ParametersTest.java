package org.ccgledger.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.system.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The document is held against the code: each question takes the parameters that it is said to
/// take, and no others.
class ParametersTest {

    private static final String REFUSED = "There is no parameter of this name";

    /// Those that are said beside what narrows a list.
    private static final Set<String> COMMON =
            Set.of(
                    "asOf",
                    "knownAt",
                    "fromAsOf",
                    "fromKnownAt",
                    "from",
                    "to",
                    "size",
                    "version",
                    "limit",
                    "cursor",
                    "sort",
                    "count",
                    "ccg",
                    "stream",
                    "type");

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String AUDITOR =
            new Bearers(Path.of(LEDGER.property("ccg.data-directory"), "keys", "tokens"))
                    .good(new Actor("auditor-1", Role.AUDITOR, BodyRef.BOARD, null));

    /// By path, of every question.
    private static final Map<String, Set<String>> SAID = said();

    @AfterAll
    static void close() {
        HTTP.close();
        LEDGER.close();
    }

    private static Map<String, Set<String>> said() {
        JsonNode document = LEDGER.getAsAnybody("/v3/api-docs").json();
        Map<String, Set<String>> said = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("get")) {
                        Set<String> names = new TreeSet<>();
                        for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                            JsonNode told =
                                    parameter.has("$ref")
                                            ? document.at(
                                                    parameter.get("$ref").asString().substring(1))
                                            : parameter;
                            if (told.get("in").asString().equals("query")) {
                                names.add(told.get("name").asString());
                            }
                        }
                        said.put(path.getKey(), names);
                    }
                });
        return said;
    }

    @Test
    void what_is_said_to_be_taken_is_taken() throws Exception {
        List<String> faults = new ArrayList<>();
        for (var question : SAID.entrySet()) {
            for (String name : question.getValue()) {
                if (isRefused(question.getKey(), name)) {
                    faults.add(question.getKey() + " does not take " + name);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /// Some say nothing of parameters and pass over all.
    @Test
    void what_is_taken_is_said() throws Exception {
        List<String> faults = new ArrayList<>();
        List<String> careless = new ArrayList<>();
        for (var question : SAID.entrySet()) {
            if (!isRefused(question.getKey(), "nothing")) {
                careless.add(question.getKey());
                continue;
            }
            for (String name : COMMON) {
                if (!question.getValue().contains(name) && !isRefused(question.getKey(), name)) {
                    faults.add(question.getKey() + " takes " + name);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(careless)
                .hasSizeLessThan(SAID.size() / 4)
                .allSatisfy(path ->
                        assertThat(SAID.get(path)).as(path).doesNotContain("asOf", "knownAt"));
    }

    @Test
    void what_is_needed_is_said_to_be() throws Exception {
        JsonNode paths = LEDGER.getAsAnybody("/v3/api-docs").json().get("paths");
        for (String path : List.of("/v1/audit/streams/{kind}/{id}/diff", "/v1/audit/consistency")) {
            assertThat(
                            paths.at("/" + path.replace("/", "~1") + "/get/parameters")
                                    .valueStream()
                                    .filter(one -> one.path("name").asString("").equals("from"))
                                    .map(one -> one.path("required").asBoolean(false)))
                    .as(path)
                    .containsExactly(true);
        }
        JsonNode feed = paths.at("/~1v1~1events~1stream/get/parameters");
        assertThat(feed.toString()).contains("Last-Event-ID");
        for (String job : List.of("exports", "replays", "verifications")) {
            JsonNode answers = paths.at("/~1v1~1audit~1" + job + "/post/responses");
            assertThat(answers.propertyNames()).as(job).containsExactly("202", "default");
            assertThat(answers.at("/202/headers/Location").isObject()).as(job).isTrue();
        }
        assertThat(paths.at("/~1v1~1commands~1AuthoriseCCG/post/parameters").toString())
                .contains("IfMatch");
        assertThat(paths.at("/~1v1~1audit~1events/get/responses/200/content").propertyNames())
                .contains("application/cloudevents-batch+json");
    }

    /// What is a value of none of them is answered at once, by a stream of events too.
    private static boolean isRefused(String template, String name)
            throws IOException, InterruptedException {
        String path = template.replace("{register}", "groups").replaceAll("\\{[^}]*}", "1");
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(LEDGER.url() + path + "?" + name + "=x"))
                                .header("Authorization", "Bearer " + AUDITOR)
                                .build(),
                        Operations.toItsEndIfItHasOne());
        return answer.statusCode() == 400 && answer.body().contains(REFUSED);
    }
}
