package org.ccgledger.standalone;

import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Shows on a port of its own (`management.server.port`) what is for those who run the ledger: the
/// details of health, and the meters for Prometheus. On the server's port there is the status of
/// health alone.
final class ManagementPort
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            environment
                    .getPropertySources()
                    .addLast(
                            new MapPropertySource(
                                    "management port",
                                    Map.of(
                                            "management.endpoints.web.exposure.include",
                                            "health,prometheus",
                                            "management.endpoint.health.show-details",
                                            "always")));
        }
    }
}
