package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;

/// Who may keep an answer, and for how long, by those to whom its route is open.
///
/// What a cache answers is answered to whoever comes by, with any token or none, and nobody records
/// who has read it. So what is not published is asked for again each time, and what is about
/// persons is not kept at all.
final class Caching {

    private Caching() {}

    /// @param closed whether the answer stays the same, whatever is recorded from now on
    static String control(HttpServletRequest request, boolean closed) {
        OpenTo openTo = openTo(request);
        if (openTo.personal()) {
            return "no-store";
        }
        if (openTo.value() != Callers.EVERYBODY) {
            return "private, no-cache";
        }
        return closed ? "max-age=31536000, immutable" : "no-cache";
    }

    /// The headers of a request by which its answers differ.
    static String vary(HttpServletRequest request) {
        return openTo(request).value() == Callers.EVERYBODY ? "Accept" : "Accept, Authorization";
    }

    /// Every route says it; with one that does not, nothing starts.
    private static OpenTo openTo(HttpServletRequest request) {
        return Objects.requireNonNull(Route.of(request).getMethodAnnotation(OpenTo.class));
    }
}
