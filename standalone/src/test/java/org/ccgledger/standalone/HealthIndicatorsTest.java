package org.ccgledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class HealthIndicatorsTest {

    @Test
    void databases_that_say_nothing_are_down_within_one_patience() throws IOException {
        // Takes connections, as the system does for it, and never answers.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/ledger";
            CompositeHealthContributor databases =
                    (CompositeHealthContributor)
                            new HealthIndicators()
                                    .databasesHealthContributor(
                                            new Databases.Settings(
                                                    new Databases.Settings.Database(
                                                            url, "owner", "secret"),
                                                    new Databases.Settings.Vault(url)),
                                            true);
            long begun = System.nanoTime();
            for (int look = 0; look < 2; look++) {
                assertThat(databases)
                        .hasSize(3)
                        .allSatisfy(entry ->
                                assertThat(status(entry.contributor())).isEqualTo(Status.DOWN));
            }
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MILLISECONDS.toNanos(3_500));
        }
    }

    private static @Nullable Status status(HealthContributor database) {
        Health health = ((HealthIndicator) database).health();
        return health == null ? null : health.getStatus();
    }
}
