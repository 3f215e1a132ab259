package org.ccgledger.standalone.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts the embedded server before any bean is made, unless `ccg.database.url` names another.
///
/// | property | meaning |
/// |---|---|
/// | `ccg.data-directory` | read: the data folder, `.ccg-ledger` by default |
/// | `ccg.database.url` | read; else set: JDBC URL of database `ledger` |
/// | `ccg.vault.url` | set: JDBC URL of database `vault` |
/// | `ccg.database.user`, `ccg.database.password` | set: the superuser |
///
/// The server is started again when it dies; when that is given up, the process is no more alive
/// for those who ask. It stops after all beans of the context, on Ctrl-C and SIGTERM too, and after
/// a start that fails.
public final class EmbeddedServerInitializer
        implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String DATABASE_URL = "ccg.database.url";

    private final ServerWatch.Pace pace;

    public EmbeddedServerInitializer() {
        this(ServerWatch.Pace.USUAL);
    }

    EmbeddedServerInitializer(ServerWatch.Pace pace) {
        this.pace = pace;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty(DATABASE_URL)) {
            return;
        }
        String location = environment.getProperty("ccg.data-directory", ".ccg-ledger");
        DataFolder folder = DataFolder.open(Path.of(location));
        EmbeddedServer server = new EmbeddedServer(folder);
        ServerWatch watch =
                new ServerWatch(
                        server,
                        pace,
                        () -> AvailabilityChangeEvent.publish(context, LivenessState.BROKEN));
        Runnable stop =
                () -> {
                    watch.close();
                    server.close();
                    folder.close();
                };
        // Boot runs its handlers after the last context has closed, and even when none was
        // refreshed.
        SpringApplication.getShutdownHandlers().add(stop);
        // What is registered first is destroyed last.
        context.getDefaultListableBeanFactory().registerDisposableBean("embeddedServer", stop::run);

        ServerAddress address = server.start();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "embedded PostgreSQL",
                                Map.of(
                                        DATABASE_URL,
                                        EmbeddedServer.database(address, "ledger"),
                                        "ccg.vault.url",
                                        EmbeddedServer.database(address, "vault"),
                                        "ccg.database.user",
                                        ServerAddress.USER,
                                        "ccg.database.password",
                                        address.password())));
        watch.start();
    }
}
