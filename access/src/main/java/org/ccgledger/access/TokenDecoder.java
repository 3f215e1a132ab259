package org.ccgledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Believes a token that the issuer signed for this ledger, that is good today, and that says who
/// acts; and no other.
///
/// What a token's head could do to its reader is refused before anything is made of it: keys that
/// it brings along or points to, extensions that are critical, members that stand twice, bytes that
/// can be written in more than one way.
///
/// A token is often sent again: that its issuer has signed it is remembered for a minute, and asked
/// anew after it, so that a key that the issuer has taken back is not believed for longer. Whether
/// it is good at the moment is asked every time.
final class TokenDecoder {

    private static final int LONGEST = 8 * 1024;

    /// Clocks differ by so much.
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    /// Signed with a key that only the issuer has. What is signed with a shared secret could be
    /// signed by whoever checks it.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final List<String> NOT_IN_A_HEAD =
            List.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "cty");

    /// An identity token tells a program who has signed in; it gives access to nothing.
    private static final List<String> ONLY_IN_IDENTITY_TOKENS = List.of("at_hash", "c_hash");

    private static final List<String> TIMES = List.of("exp", "nbf", "iat");

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED_CHARACTERS = 16 << 20;

    private static final byte MARK = (byte) 0xEF;

    private static final List<String> TEXTS = List.of("iss", "sub");

    private final NimbusJwtDecoder signatures;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final Cache<String, Believed> believed;

    /// Who acts by a token, and when it is good.
    private record Believed(Identity identity, Instant from, Instant until) {}

    TokenDecoder(String issuer, JWKSource<SecurityContext> keys, String audience, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        new JOSEObjectType("at+jwt"),
                        new JOSEObjectType("application/at+jwt"),
                        JOSEObjectType.JWT,
                        null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // Claims are checked here, against the clock that is given.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        this.signatures = new NimbusJwtDecoder(processor);
        this.signatures.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.believed =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_REMEMBERED_CHARACTERS)
                        .weigher((String token, Believed _) -> token.length())
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /// Who acts by a token.
    ///
    /// @throws BadJwtException with a sentence that its sender may read
    /// @throws JwtException if the issuer's keys cannot be had
    Identity decode(String token) {
        Believed known = believed.getIfPresent(token);
        if (known != null) {
            checkTime(known);
            return known.identity();
        }
        checkShape(token);
        Believed read = believed(signed(token));
        checkTime(read);
        believed.put(token, read);
        return read.identity();
    }

    private Jwt signed(String token) {
        try {
            return signatures.decode(token);
        } catch (BadJwtException _) {
            throw notSigned();
        } catch (JwtException e) {
            if (isWithoutKeys(e)) {
                throw e;
            }
            throw notSigned();
        }
    }

    /// Asking the issuer again for every unknown key would let anybody have it asked at will.
    private static boolean isWithoutKeys(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return false;
            }
            if (cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }

    private static BadJwtException notSigned() {
        return new BadJwtException(
                "Its issuer has not signed it, or not with a key and an algorithm that are taken.");
    }

    private static void checkShape(String token) {
        if (token.length() > LONGEST) {
            throw new BadJwtException("It is longer than " + LONGEST + " characters.");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new BadJwtException("It is not a signed token of three parts.");
        }
        JsonNode head = object(decoded(parts[0]));
        JsonNode claims = object(decoded(parts[1]));
        if (decoded(parts[2]).length == 0) {
            throw new BadJwtException("It is not signed.");
        }
        refuse(head, NOT_IN_A_HEAD, "Its head");
        refuse(claims, ONLY_IN_IDENTITY_TOKENS, "An access token");
        JsonNode typ = claims.get("typ");
        if (typ != null && !typ.asString("").equals("Bearer")) {
            throw new BadJwtException("It is not an access token.");
        }
        for (String text : TEXTS) {
            if (!claims.path(text).isString()) {
                throw new BadJwtException("Its claim " + text + " is no text.");
            }
        }
        for (String time : TIMES) {
            JsonNode value = claims.get(time);
            if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
                throw new BadJwtException("Its claim " + time + " is no time.");
            }
        }
    }

    private static void refuse(JsonNode object, List<String> members, String what) {
        for (String member : members) {
            if (object.has(member)) {
                throw new BadJwtException(what + " may not have " + member + ".");
            }
        }
    }

    /// Bytes have one way of being written; another would be the same token with another text.
    private static byte[] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new BadJwtException("It is not written as base64url.");
    }

    private static JsonNode object(byte[] json) {
        try {
            JsonNode node = EventJson.MAPPER.readTree(json);
            // A mark of the byte order is read over, and is not JSON.
            if (node.isObject() && json[0] != MARK) {
                return node;
            }
        } catch (JacksonException _) {
            // Said below.
        }
        throw new BadJwtException("Its head and its claims are not JSON objects.");
    }

    private Believed believed(Jwt token) {
        if (!issuer.equals(token.getClaims().get("iss"))) {
            throw new BadJwtException("It is not of the issuer whose tokens are taken.");
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            throw new BadJwtException("It is not meant for " + audience + ".");
        }
        Identity identity;
        try {
            identity = Claims.identity(token);
        } catch (Actors.NotAnActor e) {
            throw new BadJwtException(e.sentence());
        }
        return new Believed(
                identity,
                Stream.of(token.getNotBefore(), token.getIssuedAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN),
                Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN));
    }

    private void checkTime(Believed token) {
        Instant now = clock.instant();
        if (!now.minus(LEEWAY).isBefore(token.until())) {
            throw new BadJwtException("It has expired, or does not say when it will.");
        }
        if (token.from().isAfter(now.plus(LEEWAY))) {
            throw new BadJwtException("It is not good yet.");
        }
    }
}
