package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.node.ObjectNode;

class TokenDecoderTest {

    private static final Instant NOW = Instant.parse("2013-04-01T12:00:00Z");
    private static final LocalKey KEY = LocalKey.generate();
    private static final LocalKey OTHER_KEY = LocalKey.generate();
    private static final Actor OFFICER =
            new Actor("officer-1", Role.CCG_ACCOUNTABLE_OFFICER, new BodyRef("CCG/02N"), null);

    private static final TokenDecoder DECODER =
            new TokenDecoder(
                    LocalKey.ISSUER,
                    KEY.publicKeys(),
                    Claims.AUDIENCE,
                    Clock.fixed(NOW, ZoneOffset.UTC));

    private static final String HEAD =
            """
            {"alg": "RS256", "typ": "at+jwt", "kid": "%s"}\
            """
                    .formatted(KEY.secret().getKeyID());

    private static final String CLAIMS =
            """
            {"iss": "local", "sub": "officer-1", "aud": "ccg-ledger", "iat": 1364817000, "exp": 1364821200,
             "ccg_role": "CCG_ACCOUNTABLE_OFFICER", "ccg_body": "CCG/02N"}\
            """;

    @Test
    void a_key_that_is_taken_back_is_believed_for_a_minute_at_most() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        AtomicReference<LocalKey> current = new AtomicReference<>(KEY);
        TokenDecoder decoder =
                new TokenDecoder(
                        LocalKey.ISSUER,
                        (selector, context) -> current.get().publicKeys().get(selector, context),
                        Claims.AUDIENCE,
                        new TestClock(now));
        String token = KEY.token(OFFICER, Claims.AUDIENCE, NOW, Duration.ofMinutes(5));
        decoder.decode(token);

        current.set(OTHER_KEY);
        now.set(NOW.plusSeconds(59));
        assertThat(decoder.decode(token).actor()).isEqualTo(OFFICER);
        now.set(NOW.plusSeconds(61));
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_was_believed_is_none_when_it_has_expired() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        TokenDecoder decoder =
                new TokenDecoder(
                        LocalKey.ISSUER, KEY.publicKeys(), Claims.AUDIENCE, new TestClock(now));
        String token = KEY.token(OFFICER, Claims.AUDIENCE, NOW, Duration.ofSeconds(10));
        decoder.decode(token);

        now.set(NOW.plusSeconds(41));
        assertThatThrownBy(() -> decoder.decode(token)).hasMessageContaining("expired");
    }

    /// Shows the time that it is told.
    private static final class TestClock extends Clock {
        private final AtomicReference<Instant> now;

        TestClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void a_token_of_its_own_key_says_who_acts() {
        String token = KEY.token(OFFICER, Claims.AUDIENCE, NOW, Duration.ofMinutes(5));

        assertThat(DECODER.decode(token)).isEqualTo(new Identity("local", "officer-1", OFFICER));
    }

    @Test
    void on_whose_behalf_and_by_which_program_is_said_as_well() {
        assertThat(believed(claims("ccg_on_behalf_of", "\"officer-2\"")).actor().onBehalfOf())
                .isEqualTo("officer-2");
        assertThat(believed(claims("azp", "\"portal\"")).client()).isEqualTo("portal");
    }

    @Test
    void a_token_may_name_several_audiences_and_its_type_as_other_issuers_do() {
        assertThat(believed(claims("aud", "[\"other\", \"ccg-ledger\"]")).actor())
                .isEqualTo(OFFICER);
        for (String type : List.of("\"JWT\"", "\"AT+JWT\"", "\"application/at+jwt\"")) {
            DECODER.decode(signed(with(HEAD, "typ", type), CLAIMS));
        }
        DECODER.decode(signed(without(HEAD, "typ"), CLAIMS));
        DECODER.decode(signed(without(HEAD, "kid"), CLAIMS));
    }

    @Test
    void times_are_held_against_the_clock_with_half_a_minute_to_spare() {
        long now = NOW.getEpochSecond();

        believed(claims("exp", now - 29));
        refused(claims("exp", now - 30), "expired");
        refused(without(CLAIMS, "exp"), "expired");
        believed(claims("nbf", now + 30));
        refused(claims("nbf", now + 31), "not good yet");
        believed(claims("iat", now + 30));
        refused(claims("iat", now + 31), "not good yet");
        for (String time : List.of("\"soon\"", "1e400000", "1364821200.5", "[]", "null", "{}")) {
            refused(claims("exp", time), "");
            refused(claims("nbf", time.equals("null") ? "true" : time), "no time");
        }
    }

    @Test
    void another_issuer_or_audience_is_not_believed() {
        refused(claims("iss", "\"https://issuer.example\""), "issuer");
        refused(without(CLAIMS, "iss"), "iss");
        refused(claims("iss", "[\"local\"]"), "");
        refused(claims("aud", "\"other\""), "meant for");
        refused(claims("aud", "[]"), "meant for");
        refused(claims("aud", "\"ccg-ledger-2\""), "meant for");
        refused(without(CLAIMS, "aud"), "meant for");
    }

    @Test
    void who_acts_is_said_in_full_and_fits_together() {
        refused(without(CLAIMS, "sub"), "");
        refused(claims("sub", "\"\""), "");
        refused(claims("sub", "\"a\\nb\""), "pseudonym");
        refused(claims("sub", "7"), "");
        refused(without(CLAIMS, "ccg_role"), "role");
        refused(claims("ccg_role", "\"SYSTEM\""), "role");
        refused(claims("ccg_role", "\"EMPEROR\""), "role");
        refused(claims("ccg_role", "[\"BOARD_OFFICER\"]"), "no text");
        refused(without(CLAIMS, "ccg_body"), "body");
        refused(claims("ccg_body", "\"BOARD/X24\""), "not a role of");
        refused(claims("ccg_body", "\"CCG/02N; drop table\""), "body");
        refused(claims("ccg_on_behalf_of", "\" \""), "behalf");
        refused(claims("client_id", "\"a\\nb\""), "program");
    }

    @Test
    void an_identity_token_gives_access_to_nothing() {
        refused(claims("at_hash", "\"x\""), "at_hash");
        refused(claims("typ", "\"ID\""), "access token");
        refused(claims("typ", "\"Refresh\""), "access token");
        believed(claims("typ", "\"Bearer\""));
        refused(signed(with(HEAD, "typ", "\"dpop+jwt\""), CLAIMS));
        refused(signed(with(HEAD, "typ", "\"logout+jwt\""), CLAIMS));
        refused(signed(with(HEAD, "typ", "7"), CLAIMS));
    }

    @Test
    void a_token_that_nobody_signed_is_not_believed() {
        for (String none : List.of("none", "None", "nOnE", "NONE", "")) {
            String head = with(HEAD, "alg", "\"" + none + "\"");
            refused(part(head) + "." + part(CLAIMS) + ".");
            refused(part(head) + "." + part(CLAIMS) + ".AA");
            refused(part(head) + "." + part(CLAIMS));
        }
        String good = signed(HEAD, CLAIMS);
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused(good.substring(0, good.lastIndexOf('.')));
        refused(part(HEAD) + ".." + good.substring(good.lastIndexOf('.') + 1));
        refused(good + "." + part("{}"));
        refused("");
        refused("..");
    }

    @Test
    void a_key_that_everybody_knows_signs_nothing() throws JOSEException {
        byte[] known = KEY.secret().toRSAPublicKey().getEncoded();
        byte[] pem =
                ("-----BEGIN PUBLIC KEY-----\n"
                                + com.nimbusds.jose.util.Base64.encode(known)
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII);
        for (byte[] secret : List.of(known, pem)) {
            for (JWSAlgorithm algorithm :
                    List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
                String text = part(with(HEAD, "alg", "\"" + algorithm + "\"")) + "." + part(CLAIMS);
                refused(
                        text
                                + "."
                                + new MACSigner(secret)
                                        .sign(
                                                new com.nimbusds.jose.JWSHeader(algorithm),
                                                text.getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    @Test
    void a_key_that_a_token_brings_along_or_points_to_signs_nothing() {
        String jwk = OTHER_KEY.secret().toPublicJWK().toJSONString();
        Map<String, String> brought =
                Map.of(
                        "jwk", jwk,
                        "jku", "\"http://127.0.0.1:9/keys\"",
                        "x5u", "\"file:///etc/passwd\"",
                        "x5c", "[\"MIIB\"]",
                        "crit", "[\"exp\"]",
                        "b64", "false",
                        "zip", "\"DEF\"",
                        "cty", "\"JWT\"");
        brought.forEach((member, value) -> {
            refused(signed(with(HEAD, member, value), CLAIMS, OTHER_KEY));
            refused(signed(with(without(HEAD, "kid"), member, value), CLAIMS, OTHER_KEY));
            refused(signed(with(HEAD, member, value), CLAIMS));
        });
        for (String kid :
                List.of(
                        "\"../../keys/tokens\"",
                        "\"/dev/null\"",
                        "\"x' or '1'='1\"",
                        "\"http://127.0.0.1:9/keys\"",
                        "\"" + OTHER_KEY.secret().getKeyID() + "\"",
                        "7",
                        "null",
                        "[]",
                        "\"" + "k".repeat(7000) + "\"")) {
            refused(signed(with(HEAD, "kid", kid), CLAIMS, OTHER_KEY));
        }
        refused(signed(HEAD, CLAIMS, OTHER_KEY));
    }

    @Test
    void what_stands_twice_or_can_be_written_otherwise_is_not_believed() {
        refused(signed(HEAD.replaceFirst("\\{", "{\"alg\": \"RS256\", "), CLAIMS));
        refused(signed(HEAD, CLAIMS.replaceFirst("\\{", "{\"ccg_body\": \"CCG/02N\", ")));
        refused(signed(HEAD + " {}", CLAIMS));
        refused(signed("[" + HEAD + "]", CLAIMS));
        refused(signed(HEAD, "\"" + "x".repeat(20) + "\""));
        refused(signed("not json", CLAIMS));
        refused(signed(HEAD, "\uFEFF" + CLAIMS));
        refused(signed(HEAD, "{".repeat(2000)));
        String good = signed(HEAD, CLAIMS);
        refused(good + "=");
        refused(good.replace('-', '+').replace('_', '/') + "==");
        refused(" " + good);
        refused(good + "\n");
        refused("x".repeat(1 << 20));
        refused(signed(HEAD, claims("padding", "\"" + "x".repeat(8 * 1024) + "\"")));
    }

    @Test
    void of_ten_thousand_changes_to_a_good_token_none_is_believed() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2013);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        String good = signed(HEAD, CLAIMS);
        List<String> believed = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder changed = new StringBuilder(good);
            int at = i < good.length() ? i : random.nextInt(good.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                default -> {
                    char other = alphabet.charAt(random.nextInt(alphabet.length()));
                    changed.setCharAt(at, other == good.charAt(at) ? '~' : other);
                }
            }
            try {
                if (!changed.toString().equals(good)) {
                    DECODER.decode(changed.toString());
                    believed.add(changed.toString());
                }
            } catch (BadJwtException _) {
                // As it should be.
            }
        }
        assertThat(believed).isEmpty();
        assertThat(DECODER.decode(good).actor().id()).isEqualTo("officer-1");
    }

    private static Identity believed(String claims) {
        return DECODER.decode(signed(HEAD, claims));
    }

    private static void refused(String claims, String why) {
        assertThatThrownBy(() -> DECODER.decode(signed(HEAD, claims)))
                .as(claims)
                .isInstanceOf(BadJwtException.class)
                .hasMessageContaining(why);
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> DECODER.decode(token))
                .as(token)
                .isInstanceOf(BadJwtException.class);
    }

    private static String claims(String name, Object value) {
        return with(CLAIMS, name, value.toString());
    }

    private static String with(String json, String name, String value) {
        String rest = without(json, name);
        return rest.substring(0, rest.length() - 1) + ", \"" + name + "\": " + value + "}";
    }

    private static String without(String json, String name) {
        ObjectNode object = (ObjectNode) EventJson.MAPPER.readTree(json);
        object.remove(name);
        return object.toString();
    }

    private static String part(String text) {
        return Base64URL.encode(text).toString();
    }

    private static String signed(String head, String claims) {
        return signed(head, claims, KEY);
    }

    /// Signed as RS256 whatever the head says.
    private static String signed(String head, String claims, LocalKey key) {
        String text = part(head) + "." + part(claims);
        try {
            return text
                    + "."
                    + new RSASSASigner(key.secret())
                            .sign(
                                    new com.nimbusds.jose.JWSHeader(JWSAlgorithm.RS256),
                                    text.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
