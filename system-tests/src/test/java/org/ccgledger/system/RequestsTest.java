package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.Test;

/// Sends what `docs/requests.http` holds, in its order, and holds the answers against what the file
/// asserts of them.
class RequestsTest {

    private static final Pattern EXPECTED = Pattern.compile("response\\.status === (\\d{3})");
    private static final Pattern KEPT =
            Pattern.compile("client\\.global\\.set\\(\"(\\w+)\", response\\.body\\.(\\w+)\\)");

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void every_request_of_the_collection_is_answered_as_it_says() throws Exception {
        List<String> requests =
                Arrays.stream(
                                Files.readString(Path.of("../docs/requests.http"))
                                        .split("(?m)^### ", -1))
                        .skip(1)
                        .toList();
        assertThat(requests).hasSizeGreaterThan(10);
        try (RunningLedger ledger = RunningLedger.start();
                HttpClient http = HttpClient.newHttpClient()) {
            variables.put("ledger", ledger.url());
            for (String request : requests) {
                send(request, http);
            }
        }
    }

    private void send(String text, HttpClient http) throws IOException, InterruptedException {
        String[] parts = text.split("(?m)^> ", -1);
        String[] sent = parts[0].split("\\R\\R", 2);
        String[] head = filled(sent[0]).split("\\R", -1);
        String[] line = head[1].split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(line[1]));
        Arrays.stream(head)
                .skip(2)
                .map(header -> header.split(": ", 2))
                .forEach(header -> request.header(header[0], header[1]));
        String body = sent.length > 1 ? sent[1].strip() : "";
        request.method(line[0], HttpRequest.BodyPublishers.ofString(filled(body)));
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());

        Matcher expected = EXPECTED.matcher(parts[1]);
        assertThat(expected.find()).as(head[0]).isTrue();
        assertThat(answer.statusCode())
                .as(head[0] + " " + answer.body())
                .isEqualTo(Integer.parseInt(expected.group(1)));
        KEPT.matcher(parts[1])
                .results()
                .forEach(kept ->
                        variables.put(
                                kept.group(1),
                                EventJson.MAPPER
                                        .readTree(answer.body())
                                        .get(kept.group(2))
                                        .asString()));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        return filled;
    }
}
