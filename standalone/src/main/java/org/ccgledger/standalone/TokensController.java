package org.ccgledger.standalone;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.access.AccessProblem;
import org.ccgledger.access.Actors;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Claims;
import org.ccgledger.access.LocalKey;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.Actor;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Hands out tokens to whoever asks on this machine. With an issuer there is no such route.
///
/// A page in a browser on this machine does not get one: it cannot send JSON here unasked, and a
/// name that was made to point here is not taken. Nor does what a proxy forwards.
@RestController
@Conditional(OwnTokens.NoIssuer.class)
class TokensController {

    private static final int LARGEST_BODY = 4096;
    private static final Set<String> FIELDS =
            Set.of("actor", "role", "body", "onBehalfOf", "expiresIn");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> FROM_ELSEWHERE =
            List.of("Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final LocalKey key;
    private final String audience;
    private final Clock clock;

    TokensController(
            LocalKey key,
            @Value("${ccg.audience:" + Claims.AUDIENCE + "}") String audience,
            Clock clock) {
        this.key = key;
        this.audience = audience;
        this.clock = clock;
    }

    @OpenTo(Callers.EVERYBODY)
    @Accepts(value = "tokenRequest", answers = "token")
    @PostMapping(path = "/v1/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> token(HttpServletRequest request) throws IOException {
        if (!isFromHere(request)) {
            return problem(
                    request,
                    new AccessProblem(
                            403,
                            "ROLE_NOT_PERMITTED",
                            "Tokens are not handed out to others",
                            "Only a program on this machine that asks directly is given one."));
        }
        JsonNode asked = read(request);
        if (asked == null) {
            return invalid(request, "The body is a JSON object with " + FIELDS + ".");
        }
        Duration lifetime = lifetime(asked.get("expiresIn"));
        if (lifetime == null) {
            return invalid(
                    request,
                    "expiresIn is a number of seconds up to " + LocalKey.LONGEST.toSeconds() + ".");
        }
        Actor actor;
        try {
            actor =
                    Actors.of(
                            text(asked, "actor"),
                            text(asked, "role"),
                            text(asked, "body"),
                            text(asked, "onBehalfOf"));
        } catch (Actors.NotAnActor e) {
            return invalid(request, e.sentence());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", key.token(actor, audience, clock.instant(), lifetime));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime.toSeconds());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(EventJson.MAPPER.writeValueAsBytes(answer));
    }

    private static boolean isFromHere(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && HERE.contains(host(request.getHeader("Host")))
                && FROM_ELSEWHERE.stream().allMatch(name -> request.getHeader(name) == null);
    }

    private static String host(@Nullable String header) {
        try {
            return Objects.requireNonNullElse(URI.create("http://" + header).getHost(), "");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static @Nullable JsonNode read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return null;
        }
        try {
            JsonNode asked = EventJson.MAPPER.readTree(body);
            return asked.isObject() && FIELDS.containsAll(asked.propertyNames()) ? asked : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable Duration lifetime(@Nullable JsonNode seconds) {
        if (seconds == null) {
            return LIFETIME;
        }
        return seconds.isIntegralNumber()
                        && seconds.canConvertToInt()
                        && seconds.asInt() > 0
                        && seconds.asInt() <= LocalKey.LONGEST.toSeconds()
                ? Duration.ofSeconds(seconds.asInt())
                : null;
    }

    private static @Nullable String text(JsonNode asked, String field) {
        JsonNode value = asked.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static ResponseEntity<byte[]> invalid(HttpServletRequest request, String detail) {
        return problem(
                request,
                new AccessProblem(400, "INVALID_FIELD", "No token can be made of this", detail));
    }

    private static ResponseEntity<byte[]> problem(
            HttpServletRequest request, AccessProblem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body(request.getRequestURI()));
    }
}
