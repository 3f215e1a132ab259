package org.ccgledger.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ccgledger.events.EventJson;
import org.springframework.http.MediaType;

/// Why somebody is not let in, as RFC 9457 has it.
public record AccessProblem(int status, String code, String title, String detail) {

    /// Nobody can tell who asks.
    static AccessProblem unauthenticated(String detail) {
        return new AccessProblem(401, "UNAUTHENTICATED", "Who acts cannot be told", detail);
    }

    static AccessProblem notPermitted(String detail) {
        return new AccessProblem(403, "ROLE_NOT_PERMITTED", "This is not open to the role", detail);
    }

    static AccessProblem rateLimited(long requests, Duration period) {
        return new AccessProblem(
                429,
                "RATE_LIMITED",
                "This client asks for too much",
                "A client may send %d requests in %d seconds. See the header Retry-After."
                        .formatted(requests, period.toSeconds()));
    }

    static AccessProblem issuerUnavailable() {
        return new AccessProblem(
                503,
                "UNAVAILABLE",
                "Tokens cannot be checked at the moment",
                "The issuer's keys cannot be had. Send it again.");
    }

    /// Where it is told what a code means.
    public static String typeOf(String code) {
        return "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The answer's body.
    ///
    /// @param instance the path that was asked for
    public byte[] body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", typeOf(code));
        body.put("title", title);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        body.put("instance", instance);
        return EventJson.MAPPER.writeValueAsBytes(body);
    }

    void write(HttpServletResponse response, String instance) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body(instance));
    }
}
