package org.ccgledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Lets a request through to the route that was found for it, if that is open to whoever asks.
///
/// It stands behind the choice of the route, so no way of writing a path leads around it. What does
/// not say to whom it is open is open to nobody.
final class Gate implements HandlerInterceptor {

    /// The attribute of a request that was let through to what is about persons.
    static final String PERSONAL = Gate.class.getName() + ".personal";

    private static final String HEALTH = "/actuator/health";
    private static final String METERS = "/actuator/prometheus";

    private final Refusals refusals;
    private final PropertyResolver ports;

    /// @param ports knows `local.server.port` and `local.management.port`
    Gate(Refusals refusals, PropertyResolver ports) {
        this.refusals = refusals;
        this.ports = ports;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Identity identity = identity();
        OpenTo openTo =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(OpenTo.class)
                        : null;
        if (openTo == null ? isForOperators(request) : openTo.value().include(identity)) {
            if (openTo != null && openTo.personal()) {
                request.setAttribute(PERSONAL, true);
            }
            return true;
        }
        refusals.refuse(request, response, identity, openTo == null ? null : openTo.value());
        return false;
    }

    /// Health, and the meters on the port that is for them, are the routes that are not ours.
    private boolean isForOperators(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String pattern
                && (pattern.equals(HEALTH)
                        || pattern.startsWith(HEALTH + "/")
                        || (pattern.equals(METERS) && isForMeters(request.getLocalPort(), ports)));
    }

    /// Whether a port is the management's, and that is not the server's.
    static boolean isForMeters(int port, PropertyResolver ports) {
        String asked = Integer.toString(port);
        return asked.equals(ports.getProperty("local.management.port"))
                && !asked.equals(ports.getProperty("local.server.port"));
    }

    static @Nullable Identity identity() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof Identified identified ? identified.getPrincipal() : null;
    }

    /// @throws IllegalStateException naming the routes of ours that do not say to whom they are
    ///   open
    static void check(Stream<RequestMappingHandlerMapping> mappings) {
        var silent =
                mappings.flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                        .filter(route -> !route.getValue().hasMethodAnnotation(OpenTo.class))
                        .map(route -> route.getKey() + " " + Objects.toString(route.getValue()))
                        .sorted()
                        .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException(
                    "These routes do not say to whom they are open (@OpenTo): "
                            + String.join("; ", silent));
        }
    }
}
