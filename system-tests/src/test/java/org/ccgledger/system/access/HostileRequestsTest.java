package org.ccgledger.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.system.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Requests that nobody sends who means well: each is answered soon, as a problem of whoever sent
/// it; what HTTP does not know as 501.
class HostileRequestsTest {

    private static final RunningLedger LEDGER =
            RunningLedger.start("--server.tomcat.connection-timeout=2s");
    private static final Bearers BEARERS =
            new Bearers(Path.of(LEDGER.property("ccg.data-directory"), "keys", "tokens"));
    private static final String REGISTRY =
            BEARERS.good(new Actor("registry-1", Role.REGISTRY, new BodyRef("DH/X1"), null));
    private static final String AUDITOR =
            BEARERS.good(new Actor("auditor-1", Role.AUDITOR, BodyRef.BOARD, null));
    private static final String FIGURE =
            """
            {"figure": "hostile", "subject": "Groups", "counted": "NOT_COUNTED",
             "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
             "value": "1", "unit": "CCGS", "asAt": "2013-04-01", "effectiveOn": "2013-04-01",
             "authority": {"instrument": "NHS Act 2006", "provision": "s.14B"}}\
            """;

    /// A second, and what a machine that is busy with other tests adds to it.
    private static final Duration SOON = Duration.ofSeconds(4);

    private final List<String> wrong = new ArrayList<>();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void who_begins_a_request_and_does_not_go_on_is_not_waited_for() throws IOException {
        RawRequest head =
                RawRequest.send(
                        LEDGER.url(),
                        "GET /v1/ccgs HTTP/1.1\r\nHost: x\r\nX-Slow: "
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(head.status()).isIn(0, 400, 408);
        assertThat(head.took()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void what_is_asked_for_well_is_answered_well() throws IOException {
        assertThat(post(FIGURE.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(201);
        RawRequest groups = get("/v1/ccgs", "");
        assertThat(groups.status()).isEqualTo(200);
        assertThat(groups.head())
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Content-Security-Policy: default-src 'none'")
                .doesNotContain("Set-Cookie", "Access-Control-", "Server:");
    }

    @Test
    void a_field_that_is_not_declared_is_refused_wherever_it_stands() throws IOException {
        for (String field :
                List.of(
                        "\"recordedAt\": \"2013-04-01T00:00:00Z\"",
                        "\"position\": 1",
                        "\"actor\": {\"id\": \"x\"}",
                        "\"role\": \"SYSTEM\"",
                        "\"commandId\": \"6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11\"",
                        "\"class\": \"java.lang.Runtime\"",
                        "\"@type\": \"java.lang.Runtime\"",
                        "\"__proto__\": {}",
                        "\"Value\": \"2\"",
                        "\"VALUE\": \"2\"",
                        "\"value\": \"2\"",
                        "\"v\\u0061lue\": \"2\"",
                        "\"ｖalue\": \"2\"",
                        "\"value\\u0000\": \"2\"",
                        "\"\\ud800\": \"2\"",
                        "\"\": \"2\"")) {
            refused(
                    field,
                    post(
                            ("{" + field + ", " + FIGURE.substring(1))
                                    .getBytes(StandardCharsets.UTF_8)));
            refused(
                    "nested " + field,
                    post(
                            FIGURE.replace("\"authority\": {", "\"authority\": {" + field + ", ")
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        assertNothingWrong();
    }

    @Test
    void a_body_that_is_no_json_or_too_much_of_it_is_refused() throws IOException {
        byte[] good = FIGURE.getBytes(StandardCharsets.UTF_8);
        refused("depth", post("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        refused("arrays", post("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        refused("a million keys", post(keys(1_000_000)));
        refused("many keys", post(keys(60_000)));
        refused("number", post(with("\"value\": \"1\"", "\"value\": 1e400000")));
        refused("long number", post(with("\"value\": \"1\"", "\"value\": " + "9".repeat(100_000))));
        refused("NaN", post(with("\"value\": \"1\"", "\"value\": NaN")));
        refused("lone surrogate", post(with("Groups", "\\\\ud800")));
        refused("NUL", post(with("Groups", "\\\\u0000")));
        refused("raw NUL", post(with("Groups", "\u0000")));
        refused("control", post(with("Groups", "\u001b[31m")));
        refused("long text", post(with("Groups", "x".repeat(200_000))));
        refused(
                "UTF-8 that is none",
                post(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}));
        refused("mark", post(("\uFEFF" + FIGURE).getBytes(StandardCharsets.UTF_8)));
        for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
            refused(encoding, post(FIGURE.getBytes(Charset.forName(encoding))));
        }
        refused("nothing", post(new byte[0]));
        refused("null", post("null".getBytes(StandardCharsets.UTF_8)));
        refused("two", post((FIGURE + FIGURE).getBytes(StandardCharsets.UTF_8)));
        refused("comment", post(("/* */" + FIGURE).getBytes(StandardCharsets.UTF_8)));
        refused("emoji", post("{\ud83d\ude00}".getBytes(StandardCharsets.UTF_8)));
        refused("letter", post("{\ud836\udc00}".getBytes(StandardCharsets.UTF_8)));
        refused("packed", post(packed(good), "Content-Encoding: gzip"));
        refused("bomb", post(packed(new byte[50 << 20]), "Content-Encoding: gzip"));
        refused("brackets", post(good, "Content-Encoding: gzip, gzip"));
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "multipart/form-data",
                        "application/x-www-form-urlencoded",
                        "x",
                        "*/*")) {
            refused(type, postAs(type, good));
        }
        refused(
                "no type",
                RawRequest.send(
                        LEDGER.url(),
                        head(
                                "POST",
                                "/v1/commands/RecordStatedFigure",
                                REGISTRY,
                                "Content-Length: 2"),
                        "{}".getBytes(StandardCharsets.UTF_8)));
        assertNothingWrong();
    }

    @Test
    void a_body_whose_length_is_told_in_two_ways_or_untold_is_refused() throws IOException {
        byte[] body = FIGURE.getBytes(StandardCharsets.UTF_8);
        refused("100 MB", command(new byte[4 << 20], "Content-Length: 104857600"));
        refused("two lengths", command(body, "Content-Length: 2", "Content-Length: 3"));
        refused("two keys", post(body, "Idempotency-Key: " + UUID.randomUUID()));
        refused("negative", command(body, "Content-Length: -1"));
        refused("huge", command(body, "Content-Length: 99999999999999999999"));
        refused(
                "chunks that are none",
                command(
                        "zz\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                        "Transfer-Encoding: chunked"));
        refused(
                "unknown coding",
                command(
                        "2\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                        "Transfer-Encoding: xchunked"));
        refused(
                "two codings",
                command(
                        "2\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                        "Transfer-Encoding: chunked",
                        "Transfer-Encoding: identity"));
        refused(
                "length and chunks",
                command(
                        "0\r\n\r\nGET /v1/audit/events HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        "Content-Length: 6",
                        "Transfer-Encoding: chunked"));
        assertNothingWrong();
    }

    @Test
    void a_way_of_writing_a_path_or_a_header_opens_nothing() throws IOException {
        for (String path :
                List.of(
                        "/v1/audit/events",
                        "/v1/audit/events/",
                        "//v1/audit/events",
                        "/v1//audit/events",
                        "/v1/ccgs/../audit/events",
                        "/v1/ccgs/..%2faudit/events",
                        "/v1/ccgs/..%252faudit/events",
                        "/v1/ccgs/%2e%2e/audit/events",
                        "/v1/audit;x=y/events",
                        "/v1/audit/events;x=y",
                        "/v1/audit/events;.css",
                        "/v1/audit/events%00",
                        "/v1/audit/events%00.json",
                        "/v1/audit/events.json",
                        "/v1/audit/events%20",
                        "/v1/audit/events%0d%0aX: y",
                        "/v1/audit/events.",
                        "/V1/AUDIT/EVENTS",
                        "/v1/audit%5cevents",
                        "/v1\\audit\\events",
                        "/v1/audit/./events",
                        "/v1/ａudit/events",
                        "/v1/%61udit/events",
                        "http://127.0.0.1/v1/audit/events",
                        "/actuator",
                        "/actuator/env",
                        "/actuator/heapdump",
                        "/actuator/health/../env",
                        "/error",
                        "/v1/" + "x".repeat(9000),
                        "*")) {
            refused(path, get(path, ""));
        }
        for (String header :
                List.of(
                        "X-Forwarded-For: 127.0.0.1",
                        "X-Forwarded-Prefix: /v1/ccgs",
                        "X-Forwarded-Proto: https",
                        "Forwarded: for=127.0.0.1",
                        "X-Original-URL: /v1/ccgs",
                        "X-Rewrite-URL: /v1/ccgs",
                        "X-HTTP-Method-Override: GET",
                        "Actor: auditor-1;role=AUDITOR;body=BOARD/X24",
                        "Authorization: Basic YWRtaW46YWRtaW4=",
                        "Authorization: bearer",
                        "Authorization: Bearer",
                        "Authorization: Bearer a b",
                        "Authorization: Bearer null",
                        "Cookie: access_token=" + AUDITOR,
                        "X: " + "y".repeat(64 * 1024),
                        "X: y\u0000z",
                        "X\u0001: y",
                        "X : y",
                        " X: y",
                        "Bad header")) {
            refused(header, get("/v1/audit/events", "", header));
        }
        refused("token in the address", get("/v1/audit/events?access_token=" + AUDITOR, ""));
        refused(
                "method",
                RawRequest.send(LEDGER.url(), head("DELETE", "/v1/audit/events", AUDITOR)));
        refused(
                "unknown method",
                RawRequest.send(LEDGER.url(), head("FOO", "/v1/audit/events", AUDITOR)));
        refused("TRACE", RawRequest.send(LEDGER.url(), head("TRACE", "/v1/audit/events", AUDITOR)));
        refused(
                "no host",
                RawRequest.send(
                        LEDGER.url(),
                        "GET /v1/ccgs HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        refused(
                "no HTTP",
                RawRequest.send(LEDGER.url(), "hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertNothingWrong();
        assertThat(get("/v1/audit/events", AUDITOR).status()).isEqualTo(200);
        assertThat(
                        get(
                                        "/v1/audit/events",
                                        AUDITOR,
                                        "X-HTTP-Method-Override: DELETE",
                                        "X-Forwarded-Host: example")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_page_in_a_browser_is_told_nothing_and_given_no_token() throws IOException {
        RawRequest preflight =
                RawRequest.send(
                        LEDGER.url(),
                        head(
                                "OPTIONS",
                                "/v1/ccgs",
                                "",
                                "Origin: https://example.org",
                                "Access-Control-Request-Method: GET"));
        assertThat(preflight.head()).doesNotContain("Access-Control-Allow");
        String asked = "{\"actor\": \"x\", \"role\": \"AUDITOR\", \"body\": \"BOARD/X24\"}";
        for (String header :
                List.of(
                        "Origin: http://127.0.0.1",
                        "X-Forwarded-For: 192.0.2.1",
                        "Forwarded: for=192.0.2.1")) {
            refused(header, token(asked, "127.0.0.1", header));
        }
        refused("rebound name", token(asked, "ledger.example.org", "X: y"));
        refused("SYSTEM", token(asked.replace("AUDITOR", "SYSTEM"), "127.0.0.1", "X: y"));
        refused("unknown field", token(asked.replace("actor", "aktor"), "127.0.0.1", "X: y"));
        refused(
                "for ever",
                token(asked.replace("}", ", \"expiresIn\": 99999999}"), "127.0.0.1", "X: y"));
        assertNothingWrong();
        assertThat(token(asked, "127.0.0.1", "X: y").status()).isEqualTo(200);
    }

    @Test
    void what_a_question_holds_is_not_taken_for_sql() throws IOException {
        for (String text :
                List.of(
                        "'",
                        "''",
                        "\"",
                        "' or '1'='1",
                        "'; select pg_sleep(5)--",
                        "1); select pg_sleep(5)--",
                        "x' union select version()--",
                        "$$;select pg_sleep(5);$$",
                        "%' or pg_sleep(5) is null--",
                        "\\",
                        "\\'; select pg_sleep(5)--",
                        "\u0000",
                        "+999999999-01-01T00:00:00Z",
                        "-999999999-01-01T00:00:00Z",
                        "2013-04-01T00:00:00+18:00",
                        ":value",
                        "?",
                        "{1}",
                        "\u02bc or 1=1",
                        "\ud83d\ude00",
                        "9".repeat(400))) {
            String value = URLEncoder.encode(text, StandardCharsets.UTF_8);
            for (String question :
                    List.of(
                            "/v1/ccgs?status=",
                            "/v1/ccgs?sort=",
                            "/v1/ccgs?limit=",
                            "/v1/ccgs?cursor=",
                            "/v1/ccgs?asOf=",
                            "/v1/ccgs?knownAt=",
                            "/v1/ccgs?" + value + "=",
                            "/v1/ccgs/diff?fromAsOf=2013-04-01&status=",
                            "/v1/reports/registers/groups?ccg=",
                            "/v1/interests?organisation=",
                            "/v1/audit/events?q=",
                            "/v1/audit/events?tag=",
                            "/v1/audit/events?authority=",
                            "/v1/audit/events?recordedFrom=",
                            "/v1/audit/events/diff?fromAsOf=2013-04-01&recordedTo=",
                            "/v1/audit/refusals?subject=",
                            "/v1/decisions?ccg=",
                            "/v1/audit/proofs/",
                            "/v1/audit/consistency?from=1&to=",
                            "/v1/ccgs/",
                            "/v1/audit/streams/ccg/",
                            "/v1/commands/")) {
                RawRequest answer = get(question + value, AUDITOR);
                if (answer.status() == 0 || answer.status() >= 500) {
                    wrong.add(question + text + ": " + answer);
                }
                if (answer.took().compareTo(SOON) > 0) {
                    wrong.add(question + text + " took " + answer.took());
                }
            }
        }
        assertNothingWrong();
    }

    private void refused(String what, RawRequest answer) {
        boolean problem =
                answer.head().contains("application/problem+json")
                        && answer.body().contains("\"code\":");
        boolean known = answer.status() < 500 || answer.status() == 501;
        if (answer.status() < 400 || !known || !problem) {
            wrong.add(shortened(what) + ": " + shortened(answer.toString()));
        }
        if (answer.took().compareTo(SOON) > 0) {
            wrong.add(shortened(what) + " took " + answer.took());
        }
    }

    private void assertNothingWrong() {
        assertThat(wrong).isEmpty();
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    private static byte[] with(String old, String other) {
        return FIGURE.replace(old, other.replace("\\\\u", "\\u")).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] keys(int count) {
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return keys.append("}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static RawRequest post(byte[] body, String... headers) throws IOException {
        return sent(body, json(headers));
    }

    /// With no word on its length beside what the headers say.
    private static RawRequest command(byte[] body, String... headers) throws IOException {
        return withKey(body, json(headers));
    }

    private static List<String> json(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        return all;
    }

    private static RawRequest postAs(String type, byte[] body) throws IOException {
        return sent(body, List.of("Content-Type: " + type));
    }

    private static RawRequest sent(byte[] body, List<String> headers) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length);
        return withKey(body, all);
    }

    private static RawRequest withKey(byte[] body, List<String> headers) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Idempotency-Key: " + UUID.randomUUID());
        return RawRequest.send(
                LEDGER.url(),
                head(
                        "POST",
                        "/v1/commands/RecordStatedFigure",
                        REGISTRY,
                        all.toArray(String[]::new)),
                body);
    }

    private static RawRequest token(String body, String host, String header) throws IOException {
        return RawRequest.send(
                LEDGER.url(),
                "POST /v1/tokens HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(host, header, body.length(), body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static RawRequest get(String path, String token, String... headers) throws IOException {
        return RawRequest.send(LEDGER.url(), head("GET", path, token, headers));
    }

    private static byte[] head(String method, String path, String token, String... headers) {
        StringBuilder head =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n".formatted(method, path));
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
