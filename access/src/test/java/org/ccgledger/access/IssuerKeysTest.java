package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerKeysTest {

    private static final Actor AUDITOR = new Actor("auditor-1", Role.AUDITOR, BodyRef.BOARD, null);

    private final LocalKey first = LocalKey.generate();
    private final LocalKey second = LocalKey.generate();
    private final AtomicReference<LocalKey> published = new AtomicReference<>(first);
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private String issuer;

    IssuerKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @BeforeEach
    void publish() {
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer));
        answer(
                "/keys",
                () -> {
                    fetches.incrementAndGet();
                    return new JWKSet(published.get().secret().toPublicJWK()).toString();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keys_are_found_kept_and_followed_when_they_are_rotated() {
        TokenDecoder decoder = decoder(issuer);

        assertThat(decoder.decode(token(first)).actor().id()).isEqualTo("auditor-1");
        assertThat(decoder.decode(token(first)).actor().id()).isEqualTo("auditor-1");
        assertThat(fetches).hasValue(1);
        published.set(second);
        assertThat(decoder.decode(token(second)).actor().id()).isEqualTo("auditor-1");
        assertThatThrownBy(() -> decoder.decode(token(first))).isInstanceOf(BadJwtException.class);
    }

    @Test
    void unknown_keys_do_not_have_the_issuer_asked_at_will() {
        TokenDecoder decoder = decoder(issuer);

        for (int i = 0; i < 20; i++) {
            String unknown = token(second);
            assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(BadJwtException.class);
        }
        assertThat(fetches.get()).isLessThanOrEqualTo(3);
        assertThat(decoder.decode(token(first)).actor().id()).isEqualTo("auditor-1");
    }

    @Test
    void an_issuer_that_does_not_answer_is_no_fault_of_the_token() {
        TokenDecoder decoder = decoder(issuer);
        server.stop(0);

        assertThatThrownBy(() -> decoder.decode(token(first)))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void another_issuer_that_answers_in_its_place_is_not_believed() {
        TokenDecoder decoder = decoder(issuer + "/realms/one");
        answer(
                "/realms/one/.well-known/openid-configuration",
                () -> "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer));

        assertThatThrownBy(() -> decoder.decode(token(first))).isInstanceOf(JwtException.class);
        assertThat(fetches).hasValue(0);
    }

    @Test
    void what_others_could_listen_to_is_not_asked() {
        assertThatThrownBy(() -> decoder("http://issuer.invalid"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decoder("file:///etc/passwd"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static TokenDecoder decoder(String issuer) {
        return new TokenDecoder(issuer, IssuerKeys.of(issuer), Claims.AUDIENCE, Clock.systemUTC());
    }

    private String token(LocalKey key) {
        return key.token(issuer, AUDITOR, Claims.AUDIENCE, Instant.now(), Duration.ofMinutes(1));
    }

    private interface Text {
        String get();
    }

    private void answer(String path, Text text) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
