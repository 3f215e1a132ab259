package org.ccgledger.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/// Records every request that was refused for who sent it, and every reading of what is about
/// persons.
final class AccessRecords extends OncePerRequestFilter {

    private static final int LONGEST = 500;

    private final AccessLog log;
    private final Clock clock;

    AccessRecords(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status == 401 || status == 403) {
            record("REFUSED", status, request);
        } else if (request.getAttribute(Gate.PERSONAL) != null && status < 400) {
            record("READ", status, request);
        }
    }

    private void record(String what, int status, HttpServletRequest request) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", clock.instant().toString());
        entry.put("what", what);
        entry.put("status", status);
        entry.put("method", bounded(request.getMethod()));
        entry.put("path", bounded(request.getRequestURI()));
        entry.put("query", bounded(Objects.requireNonNullElse(request.getQueryString(), "")));
        Identity identity = Gate.identity();
        if (identity != null) {
            entry.put("issuer", identity.issuer());
            entry.put("client", identity.client());
            entry.put("actor", identity.actor().id());
            entry.put("role", identity.actor().role().name());
            entry.put("body", identity.actor().body().value());
        }
        entry.put("address", request.getRemoteAddr());
        log.record(entry);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
