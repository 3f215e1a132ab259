package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchTest {

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Tokens TOKENS = new Tokens(HTTP);

    @AfterAll
    static void close() {
        HTTP.close();
        LEDGER.close();
    }

    @Test
    void every_line_has_its_own_outcome() throws Exception {
        String first = pledge("batch-one", "A promise.");
        List<JsonNode> answers =
                lines(
                        send(
                                Senders.REGISTRY,
                                String.join(
                                        "\n",
                                        first,
                                        first,
                                        pledge("batch-one", "Another promise."),
                                        "{not json}",
                                        "",
                                        "{\"command\":\"Nothing\",\"key\":\"batch-key-0000-1\",\"body\":{}}",
                                        "{\"command\":\"RecordPledge\",\"body\":{}}",
                                        line(
                                                "AuthoriseCCG",
                                                "authorise",
                                                "\"ccg\":\"02N\",\"outcome\":\"AUTHORISED\",\"conditions\":[],\"directions\":[]"))));

        assertThat(answers)
                .extracting(answer -> answer.get("line").asInt() + " " + answer.get("status"))
                .containsExactly("1 201", "2 201", "3 422", "4 400", "5 404", "6 400", "7 403");
        assertThat(answers.get(1).get("replayed").asBoolean()).isTrue();
        assertThat(answers.get(1).get("answer")).isEqualTo(answers.get(0).get("answer"));
        assertThat(answers.get(2).at("/answer/code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(answers.get(5).at("/answer/errors").toString()).contains("is required");
        assertThat(answers.get(0).get("consistencyToken").asString()).isNotEmpty();
    }

    @Test
    void lines_of_one_stream_are_decided_in_their_order_and_others_beside_them() throws Exception {
        List<String> batch = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (int stream = 0; stream < 25; stream++) {
                batch.add(
                        line(
                                "SetRunningCostPolicy",
                                "policy-" + stream + "-" + round,
                                "\"fy\":\"20%02d/%02d\",\"perHead\":\"%d.00\",\"basis\":\"LIST\",\"source\":{\"standing\":\"STATED\",\"citation\":\"A letter\"}"
                                        .formatted(stream + 10, stream + 11, round + 1)));
            }
        }
        List<JsonNode> answers = lines(send(Senders.BOARD_OFFICER, String.join("\n", batch)));

        assertThat(answers).hasSize(500);
        assertThat(answers.stream().map(answer -> answer.get("status").asInt()).distinct())
                .containsExactly(201);
        for (int stream = 0; stream < 25; stream++) {
            int of = stream;
            assertThat(
                            IntStream.range(0, 20)
                                    .mapToObj(round ->
                                            answers.get(round * 25 + of)
                                                    .at("/answer/version")
                                                    .asInt())
                                    .toList())
                    .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        }
        assertThat(lines(send(Senders.BOARD_OFFICER, String.join("\n", batch))))
                .allSatisfy(answer -> assertThat(answer.get("replayed").asBoolean()).isTrue());
    }

    @Test
    void what_is_no_batch_is_refused_as_a_whole() throws Exception {
        assertThat(send(Senders.REGISTRY, "").statusCode()).isEqualTo(400);
        String many =
                IntStream.rangeClosed(1, 10_001)
                        .mapToObj(_ -> "{}")
                        .collect(Collectors.joining("\n"));
        assertThat(send(Senders.REGISTRY, many).statusCode()).isEqualTo(413);
        HttpResponse<String> nobody =
                HTTP.send(request("{}").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    private static String pledge(String key, String text) {
        return line(
                "RecordPledge",
                key,
                "\"pledge\":\"%s\",\"by\":\"DH/DH\",\"subject\":\"Structure\",\"text\":\"%s\",\"pledgeSource\":{\"standing\":\"STATED\",\"citation\":\"A letter\"}"
                        .formatted(key, text));
    }

    private static String line(String command, String key, String fields) {
        return "{\"command\":\"%s\",\"key\":\"batch-test-key-%s\",\"body\":{%s,\"effectiveOn\":\"2014-06-02\",\"reasons\":\"As told.\",\"authority\":{\"instrument\":\"NHS Act 2006\",\"provision\":\"s.3\"}}}"
                .formatted(command, key, fields);
    }

    private static HttpRequest.Builder request(String batch) {
        return HttpRequest.newBuilder(URI.create(LEDGER.url() + "/v1/commands:batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(batch));
    }

    private static HttpResponse<String> send(String sender, String batch)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(batch).header("Authorization", TOKENS.header(LEDGER.url(), sender)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonNode> lines(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().map(EventJson.MAPPER::readTree).toList();
    }
}
