package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ccgledger.access.Claims;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// The two sides as processes of their own, with the settings of `docker-compose.yml` but for what
/// lies elsewhere here: PostgreSQL, the identity provider, ports and folders. For the identity
/// provider stands one that hands out the claims of the realm's clients.
class SidesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, JsonNode> CLIENTS = new HashMap<>();
    private static final Map<String, Integer> MANAGEMENT = new HashMap<>();
    private static final String PLEDGE =
            """
            {"pledge":"sides-one","by":"DH/DH","subject":"Structure","text":"A promise.",
             "pledgeSource":{"standing":"STATED","citation":"A letter"},"effectiveOn":"2014-06-02"}\
            """;

    @TempDir private static Path folder;
    private static RunningLedger databases;
    private static RSAKey key;
    private static HttpServer provider;
    private static LedgerProcess commands;
    private static LedgerProcess queries;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        EventJson.MAPPER
                .readTree(Files.readString(Path.of("../docs/keycloak-realm.json")))
                .get("clients")
                .forEach(client -> CLIENTS.put(client.get("clientId").asString(), client));
        key = new RSAKeyGenerator(2048).keyID("provider").algorithm(JWSAlgorithm.RS256).generate();
        provider = provider();
        databases = RunningLedger.start();
        commands = side("commands");
        queries = side("queries");
    }

    @AfterAll
    static void close() {
        queries.close();
        commands.close();
        databases.close();
        provider.stop(0);
        HTTP.close();
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(Path.of("../docker-compose.yml")));
        return Objects.requireNonNull(compose.get("services"));
    }

    /// One of the file's services, started as its settings say.
    private static LedgerProcess side(String service) throws IOException {
        int management = free();
        MANAGEMENT.put(service, management);
        Map<String, String> settings = new HashMap<>(environment(service));
        settings.putAll(
                Map.of(
                        "MANAGEMENT_SERVER_PORT", Integer.toString(management),
                        "CCG_ISSUER", issuer(),
                        "CCG_KEYS_FILE", databases.keys().toString(),
                        "CCG_DATABASE_URL", databases.property("ccg.database.url"),
                        "CCG_VAULT_URL", databases.property("ccg.vault.url"),
                        "CCG_DATABASE_USER", databases.property("ccg.database.user"),
                        "CCG_DATABASE_PASSWORD", databases.property("ccg.database.password")));
        return LedgerProcess.start(folder.resolve(service), settings);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(String service) throws IOException {
        return (Map<String, String>) setting(services(), service, "environment");
    }

    private static Object setting(
            Map<String, Map<String, Object>> services, String service, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(services.get(service)).get(name), service + " " + name);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private static HttpServer provider() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(
                server,
                "/.well-known/openid-configuration",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(address));
        answer(server, "/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    /// What the provider would give one of the realm's clients.
    private static String token(String client) throws JOSEException {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("service-account-" + client)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        for (JsonNode mapper : Objects.requireNonNull(CLIENTS.get(client)).get("protocolMappers")) {
            JsonNode config = mapper.get("config");
            if (mapper.get("protocolMapper").asString().equals("oidc-audience-mapper")) {
                claims.audience(config.get("included.custom.audience").asString());
            } else {
                claims.claim(
                        config.get("claim.name").asString(), config.get("claim.value").asString());
            }
        }
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static HttpRequest.Builder pledge(LedgerProcess side, String idempotencyKey)
            throws JOSEException {
        return get(side.url() + "/v1/commands/RecordPledge")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .header("Authorization", "Bearer " + token("registry"))
                .POST(HttpRequest.BodyPublishers.ofString(PLEDGE));
    }

    @Test
    void what_one_side_recorded_the_other_answers() throws Exception {
        HttpResponse<String> sent = send(pledge(commands, "sides-test-key-1"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);

        HttpResponse<String> answered =
                send(
                        get(queries.url() + "/v1/pledges")
                                .header(
                                        "Consistency-Token",
                                        sent.headers()
                                                .firstValue("Consistency-Token")
                                                .orElseThrow())
                                .header("Prefer", "wait=30"));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(answered.body()).contains("A promise.");
        assertThat(
                        send(get(queries.url() + "/v1/audit/events?stream=pledge:sides-one")
                                        .header("Authorization", "Bearer " + token("auditor")))
                                .body())
                .contains("service-account-registry");
    }

    @Test
    void each_side_does_its_own_and_no_more() throws Exception {
        assertThat(send(get(commands.url() + "/v1/ccgs")).statusCode()).isEqualTo(404);
        assertThat(send(pledge(queries, "sides-test-key-2")).statusCode()).isEqualTo(404);
        assertThat(send(get(queries.url() + "/v1/commands")).statusCode()).isEqualTo(404);
        JsonNode paths =
                EventJson.MAPPER
                        .readTree(send(get(queries.url() + "/v3/api-docs")).body())
                        .get("paths");
        assertThat(paths.has("/v1/ccgs")).isTrue();
        assertThat(paths.has("/v1/commands/RecordPledge")).isFalse();
        assertThat(
                        send(get(commands.url() + "/v1/tokens")
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_side_of_the_queries_says_where_audits_are_made() throws Exception {
        for (String audit : List.of("replays", "verifications", "exports")) {
            HttpResponse<String> answer = send(audit(queries, audit));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Ask the one that takes commands");
        }
        assertThat(send(audit(commands, "verifications")).statusCode()).isEqualTo(202);
    }

    private static HttpRequest.Builder audit(LedgerProcess side, String audit)
            throws JOSEException {
        return get(side.url() + "/v1/audit/" + audit)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token("auditor"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    @Test
    void health_is_told_on_a_port_of_its_own_and_nothing_else_is() throws Exception {
        for (Map.Entry<String, LedgerProcess> side :
                Map.of("commands", commands, "queries", queries).entrySet()) {
            String management = "http://127.0.0.1:" + MANAGEMENT.get(side.getKey());
            HttpResponse<String> health = send(get(management + "/actuator/health"));
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(EventJson.MAPPER.readTree(health.body()).at("/components/databases/status"))
                    .isEqualTo(EventJson.MAPPER.valueToTree("UP"));
            assertThat(send(get(management + "/actuator/health/readiness")).statusCode())
                    .isEqualTo(200);
            assertThat(send(get(side.getValue().url() + "/actuator/health")).statusCode())
                    .isEqualTo(404);
            for (String closed : List.of("/actuator/env", "/actuator/heapdump", "/v1/ccgs")) {
                assertThat(send(get(management + closed)).statusCode()).as(closed).isEqualTo(404);
            }
        }
    }

    @Test
    void the_check_of_each_side_finds_it_ready_and_another_not() throws Exception {
        for (String side : List.of("commands", "queries")) {
            assertThat(checked(side, Objects.requireNonNull(MANAGEMENT.get(side)))).isZero();
            assertThat(checked(side, free())).isNotZero();
            assertThat(checked(side, URI.create(commands.url()).getPort())).isNotZero();
        }
    }

    /// What a side's check in the file comes to at another port than it names.
    @SuppressWarnings("unchecked")
    private static int checked(String side, int port) throws IOException, InterruptedException {
        String own = environment(side).get("MANAGEMENT_SERVER_PORT");
        List<String> check =
                ((Map<String, List<String>>) setting(services(), side, "healthcheck")).get("test");
        List<String> command =
                Objects.requireNonNull(check).stream()
                        .skip(1)
                        .map(word -> word.replace(own, Integer.toString(port)))
                        .toList();
        assertThat(check.getFirst()).isEqualTo("CMD");
        assertThat(command).as(side).isNotEqualTo(check.subList(1, check.size()));
        return new ProcessBuilder(command).start().waitFor();
    }

    @Test
    void the_meters_of_each_side_are_told_on_that_port() throws Exception {
        assertThat(meters("commands"))
                .contains("\nledger_append_queue_appends ", "\nledger_checkpoint_age_seconds ")
                .contains("\nccg_automation_lag_events{automation=\"reactions\"")
                .doesNotContain("ccg_projection_lag_events");
        assertThat(meters("queries"))
                .contains("\nccg_projection_lag_events{projection=\"ccgs\"")
                .doesNotContain("ccg_automation_lag_events", "ledger_checkpoint_age_seconds");
        for (LedgerProcess side : List.of(commands, queries)) {
            assertThat(send(get(side.url() + "/actuator/prometheus")).statusCode()).isEqualTo(404);
        }
    }

    private static String meters(String side) throws IOException, InterruptedException {
        HttpResponse<String> meters =
                send(get("http://127.0.0.1:" + MANAGEMENT.get(side) + "/actuator/prometheus"));
        assertThat(meters.statusCode()).isEqualTo(200);
        return meters.body();
    }

    @Test
    void the_file_starts_all_that_is_needed_in_its_order() throws IOException {
        Map<String, Map<String, Object>> services = services();
        assertThat(services).containsOnlyKeys("postgres", "keycloak", "commands", "queries");
        assertThat(setting(services, "queries", "depends_on").toString())
                .contains("commands={condition=service_healthy}");
        assertThat(setting(services, "commands", "depends_on").toString())
                .contains("postgres={condition=service_healthy}", "keycloak=");
        for (String side : List.of("commands", "queries")) {
            assertThat(environment(side).get("CCG_DATABASE_PASSWORD"))
                    .isEqualTo("${POSTGRES_PASSWORD}");
        }
        assertThat(environment("commands").get("CCG_ISSUER"))
                .isEqualTo(environment("queries").get("CCG_ISSUER"))
                .endsWith("/realms/ccg-ledger");
    }

    @Test
    void every_client_of_the_realm_has_a_role_and_a_body_and_no_secret_is_kept()
            throws IOException {
        assertThat(CLIENTS).isNotEmpty();
        CLIENTS.values()
                .forEach(client -> {
                    assertThat(client.has("secret")).isFalse();
                    Map<String, String> claims = new HashMap<>();
                    client.get("protocolMappers")
                            .forEach(mapper ->
                                    claims.put(
                                            mapper.at("/config/claim.name").asString(""),
                                            mapper.at("/config/claim.value").asString("")));
                    assertThat(Role.valueOf(Objects.requireNonNull(claims.get(Claims.ROLE))))
                            .isNotEqualTo(Role.SYSTEM);
                    assertThat(claims.get(Claims.BODY)).matches("[A-Z]+/[A-Z0-9]+");
                });
    }
}
