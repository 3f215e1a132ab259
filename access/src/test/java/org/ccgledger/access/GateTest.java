package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class GateTest {

    @RestController
    static class Stating {
        @OpenTo(Callers.EVERYBODY)
        @GetMapping("/stated")
        String stated() {
            return "";
        }
    }

    @RestController
    static class Silent {
        @GetMapping("/silent")
        String silent() {
            return "";
        }
    }

    @Test
    void a_route_that_does_not_say_to_whom_it_is_open_is_named_and_nothing_starts() {
        check(Stating.class);

        assertThatThrownBy(() -> check(Stating.class, Silent.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/silent")
                .hasMessageNotContaining("stated()");
    }

    @Test
    void the_meters_are_told_on_a_port_of_their_own_alone() {
        assertThat(Gate.isForMeters(9081, ports("8081", "9081"))).isTrue();
        assertThat(Gate.isForMeters(8081, ports("8081", "9081"))).isFalse();
        assertThat(Gate.isForMeters(8081, ports("8081", "8081"))).isFalse();
        assertThat(Gate.isForMeters(8081, new StandardEnvironment())).isFalse();
    }

    private static PropertyResolver ports(String server, String management) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "ports",
                                Map.of(
                                        "local.server.port", server,
                                        "local.management.port", management)));
        return environment;
    }

    private static void check(Class<?>... controllers) {
        try (var context = new AnnotationConfigApplicationContext(controllers)) {
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            Gate.check(Stream.of(mapping));
        }
    }
}
