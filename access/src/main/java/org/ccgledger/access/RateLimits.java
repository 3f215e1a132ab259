package org.ccgledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/// How much one client may ask of this process: so many requests at once, as many again in each
/// period.
///
/// A client is the program that a token names, or an address where there is no token that is
/// believed. Answers say what is left, as draft-ietf-httpapi-ratelimit-headers has it. Only so many
/// clients are remembered.
final class RateLimits extends OncePerRequestFilter {

    private static final int CLIENTS = 10_000;

    private final long requests;
    private final Duration period;
    private final TimeMeter clock;
    private final String policy;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(CLIENTS).build();

    /// @param requests none are counted if it is 0
    RateLimits(long requests, Duration period, TimeMeter clock) {
        this.requests = requests;
        this.period = period;
        this.clock = clock;
        this.policy = "\"client\";q=%d;w=%d".formatted(requests, period.toSeconds());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admits(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /// Counts a request, and answers one that is too many.
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (requests == 0) {
            return true;
        }
        Identity identity = Gate.identity();
        Count count =
                count(
                        identity == null
                                ? "address " + request.getRemoteAddr()
                                : identity.issuer() + " " + identity.client());
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", "\"client\";r=" + count.left() + ";t=" + count.reset());
        if (!count.admitted()) {
            response.setHeader("Retry-After", Long.toString(count.retryAfter()));
            AccessProblem.rateLimited(requests, period).write(response, request.getRequestURI());
        }
        return count.admitted();
    }

    /// What a client is told: how many requests are left, in how many seconds there will be all
    /// again, and in how many there will be one.
    record Count(boolean admitted, long left, long reset, long retryAfter) {}

    Count count(String client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        return new Count(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String client) {
        return buckets.get(
                client,
                _ ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(requests)
                                                .refillGreedy(requests, period)
                                                .build())
                                .withCustomTimePrecision(clock)
                                .build());
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
