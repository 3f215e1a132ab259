package org.ccgledger.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ccgledger.access.Actors;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import org.ccgledger.system.RunningLedger;
import org.ccgledger.system.Schemas;
import org.ccgledger.system.access.Operations.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Requests that are wrong in every way that a seed can think of get an answer, and never an error
/// of the server's.
///
/// `-Dccg.fuzz.requests` says how many, `-Dccg.fuzz.seed` which.
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("ccg.fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("ccg.fuzz.seed", 20130401L);
    private static final int LANES = 4;
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "02N",
                    "0".repeat(300),
                    "é\u0000",
                    "\uD83D\uDE80",
                    "'; drop table x; --",
                    "${jndi:ldap://127.0.0.1/x}",
                    "../../etc/passwd",
                    "9999-12-31",
                    "-999999999-01-01",
                    "+999999999-01-01T00:00:00Z",
                    "2014-02-30",
                    "1e999",
                    "NaN",
                    "-0.001",
                    "99999999999999999999",
                    "2013/15");

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Bearers BEARERS =
            new Bearers(Path.of(LEDGER.property("ccg.data-directory"), "keys", "tokens"));
    private static final JsonNode DOCUMENT = LEDGER.getAsAnybody("/v3/api-docs").json();
    private static final List<Operation> OPERATIONS = Operations.of(DOCUMENT);
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    private static final List<String> TOKENS = tokens();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> types = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void close() {
        HTTP.close();
        LEDGER.close();
    }

    private static List<String> tokens() {
        List<String> tokens = new ArrayList<>(List.of("", "Bearer x", "Basic eDp4"));
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM) {
                String kind = Actors.kindsOf(role).stream().sorted().findFirst().orElseThrow();
                tokens.add(
                        "Bearer "
                                + BEARERS.good(
                                        new Actor(
                                                "somebody-1",
                                                role,
                                                new BodyRef(kind + "/02N"),
                                                null)));
            }
        }
        return tokens;
    }

    @Test
    void whatever_is_asked_is_answered_and_never_with_an_error_of_the_servers() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                lanes.add(
                        senders.submit(() -> {
                            for (int i = number; i < REQUESTS; i += LANES) {
                                ask(i);
                            }
                            return null;
                        }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(LEDGER.getAsAnybody(type).status()).as(type).isEqualTo(200));
    }

    private void ask(int number) throws Exception {
        Random random = new Random(SEED * 31 + number);
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        String body = operation.schema() == null ? text(random) : body(operation, random);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        LEDGER.url()
                                                + operation.path()
                                                + (operation.method().equals("GET")
                                                        ? query(random)
                                                        : "")))
                        .header("Content-Type", operation.form())
                        .header(
                                "Idempotency-Key",
                                random.nextInt(20) == 0
                                        ? "short"
                                        : new UUID(SEED, number).toString())
                        .method(
                                operation.method(),
                                operation.method().equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), Operations.toItsEndIfItHasOne());
        List<String> undescribed = SCHEMAS.faults(operation.method(), operation.template(), answer);
        if (!isInOrder(answer) || !undescribed.isEmpty()) {
            faults.add(
                    "%d: %s %s with %s answered %d %s %s"
                            .formatted(
                                    number,
                                    operation.method(),
                                    answer.uri(),
                                    abbreviated(body),
                                    answer.statusCode(),
                                    abbreviated(answer.body()),
                                    undescribed));
        }
    }

    private static String abbreviated(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }

    private boolean isInOrder(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return false;
        }
        if (status < 400) {
            return true;
        }
        if (!answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = EventJson.MAPPER.readTree(answer.body());
        types.add(problem.path("type").asString());
        return problem.path("status").asInt() == status
                && !problem.path("code").asString("").isEmpty()
                && !problem.path("title").asString("").isEmpty();
    }

    private static String query(Random random) {
        List<String> names =
                List.of(
                        "asOf",
                        "knownAt",
                        "fromAsOf",
                        "limit",
                        "cursor",
                        "sort",
                        "count",
                        "ccg",
                        "status",
                        "authority",
                        "recordedFrom",
                        "x");
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(names.get(random.nextInt(names.size())))
                    .append('=')
                    .append(URLEncoder.encode(text(random), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static String body(Operation operation, Random random) {
        JsonNode body = operation.example().deepCopy();
        for (int i = random.nextInt(4); i > 0; i--) {
            body = changed(body, random);
        }
        String json = body.toString();
        return switch (random.nextInt(12)) {
            case 0 -> json.substring(0, random.nextInt(json.length()));
            case 1 -> json + json;
            case 2 -> "[".repeat(random.nextInt(3_000)) + json;
            case 3 -> json.replaceFirst("\\{", "{\"ccg\":\"02N\",\"ccg\":\"02P\",");
            default -> json;
        };
    }

    private static JsonNode changed(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(4) > 0) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("unknown" + random.nextInt(9), any(random));
                default -> object.set(name, changed(object.get(name), random));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) > 0) {
            if (random.nextInt(5) == 0) {
                for (int i = random.nextInt(1_100); i > 0; i--) {
                    array.add(array.get(0));
                }
            } else {
                array.set(0, changed(array.get(0), random));
            }
            return array;
        }
        return any(random);
    }

    private static JsonNode any(Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.numberNode(random.nextDouble());
            case 4 -> nodes.objectNode().put("text", text(random));
            case 5 -> nodes.arrayNode().add(text(random));
            case 6 -> nodes.stringNode("x".repeat(random.nextInt(20_000)));
            default -> nodes.stringNode(text(random));
        };
    }
}
