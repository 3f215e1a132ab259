package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// The method to which a request was led, which says more of it.
final class Route {

    private Route() {}

    static HandlerMethod of(HttpServletRequest request) {
        return (HandlerMethod)
                Objects.requireNonNull(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE));
    }
}
