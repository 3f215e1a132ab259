package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Gives every list, and every answer about one thing, a second route, `…/diff`, for the difference
/// between two points of it.
///
/// It leads to the method that gives the answer, so it is open to those to whom the answer is, what
/// is about persons is recorded, and what the method checks is checked. [Answers] tells the two
/// apart.
@Component
public final class DifferenceRoutes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping routes;

    DifferenceRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map.copyOf(routes.getHandlerMethods())
                .forEach((route, handler) -> {
                    if (has(handler)) {
                        add(route.getPatternValues(), handler);
                    }
                });
    }

    private void add(Set<String> paths, HandlerMethod handler) {
        routes.registerMapping(
                RequestMappingInfo.paths(
                                paths.stream()
                                        .map(path -> path + Lists.DIFFERENCE)
                                        .toArray(String[]::new))
                        .methods(RequestMethod.GET)
                        .options(routes.getBuilderConfiguration())
                        .build(),
                handler.getBean(),
                handler.getMethod());
    }

    private static boolean has(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Lists.class)
                || handler.hasMethodAnnotation(AboutOne.class);
    }

    /// Whether a route is such a second one.
    public static boolean leads(HandlerMethod handler, String path) {
        return path.endsWith(Lists.DIFFERENCE) && has(handler);
    }

    /// Whether a request came by such a route.
    static boolean led(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String pattern
                && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod handler
                && leads(handler, pattern);
    }
}
