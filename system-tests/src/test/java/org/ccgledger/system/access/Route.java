package org.ccgledger.system.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A route of the application, as its controller declares it.
///
/// @param openTo null if it does not say
record Route(String method, String path, @Nullable OpenTo openTo) {

    private static final List<String> MODULES =
            List.of("command-side", "query-side", "standalone", "access");

    /// Every route there is, in the order of their paths.
    static List<Route> all() {
        return Classes.of(MODULES)
                .filter(type -> type.isAnnotationPresent(RestController.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(Route::of)
                .filter(route -> !route.path().contains("${"))
                .distinct()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> of(Method method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        RequestMapping above =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getDeclaringClass(), RequestMapping.class);
        String prefix = above == null ? "" : above.path()[0];
        String path = mapping.path().length == 0 ? "" : mapping.path()[0];
        Route route =
                new Route(
                        mapping.method().length == 0 ? "ANY" : mapping.method()[0].name(),
                        prefix + path,
                        method.getAnnotation(OpenTo.class));
        return method.isAnnotationPresent(Lists.class) || method.isAnnotationPresent(AboutOne.class)
                ? Stream.of(route, route.ofDifference())
                : Stream.of(route);
    }

    /// A list, or an answer about one thing, has a second route, for the difference between two
    /// points of it.
    private Route ofDifference() {
        return new Route(method, path + Lists.DIFFERENCE, openTo);
    }

    OpenTo stated() {
        return Objects.requireNonNull(openTo, toString());
    }
}
