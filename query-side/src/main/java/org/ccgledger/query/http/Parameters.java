package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;

/// The parameters that a route takes, as it says by [Takes].
public final class Parameters {

    private Parameters() {}

    /// All that a route says.
    public static Stream<Takes> of(HandlerMethod route) {
        return Stream.of(route.getMethod().getAnnotationsByType(Takes.class));
    }

    /// Those of the route that a request came by, without headers.
    public static Set<String> of(HttpServletRequest request) {
        return of(Route.of(request))
                .filter(parameter -> !parameter.header())
                .map(Takes::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Refuses what the route of a request does not take.
    ///
    /// @throws QueryProblem naming it
    public static void check(HttpServletRequest request) {
        Set<String> known = of(request);
        request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
    }

    static QueryProblem unknown(String name) {
        return QueryProblem.invalidField(name, "There is no parameter of this name");
    }
}
