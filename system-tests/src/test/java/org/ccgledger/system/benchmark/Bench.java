package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.ccgledger.ledger.OwnPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/// The one PostgreSQL on which all is measured: the programs that the product embeds, on a folder
/// that is new, with `fsync` on and else in their default configuration.
final class Bench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// PostgreSQL's own, from which servers of tests depart.
    private static final String[] DEFAULTS = {"fsync=on", "max_connections=100"};

    /// PostgreSQL's default.
    private static final int LARGEST_LOG_MEGABYTES = 1024;

    private final AtomicInteger databases = new AtomicInteger();
    private final Settings settings;
    private final Path folder;
    private final OwnPostgres server;
    private final Processors processors;

    Bench(Settings settings, Path place) {
        this.settings = settings;
        delete(place);
        this.folder = place.toAbsolutePath();
        this.server = OwnPostgres.create(folder.resolve("postgres"), DEFAULTS);
        this.processors = new Processors(server.pid());
    }

    /// Fills files of the server's log, which it then uses again, as it does when it has been at
    /// work for a while; making new ones, all would wait for each. Under load it keeps those of two
    /// checkpoints, since one is still being written when the next is due. So that as many are made
    /// here, no checkpoint may be due meanwhile: it is when half of the largest size is filled.
    void fillLog() {
        DataSource postgres = server.superuser("postgres");
        int largest = Math.max(LARGEST_LOG_MEGABYTES, 3 * settings.logMegabytes());
        execute(
                postgres,
                "alter system set max_wal_size = '%dMB'".formatted(largest),
                "select pg_reload_conf()");
        // A new connection knows the new setting.
        execute(
                postgres,
                """
                select pg_logical_emit_message(false, 'filled', repeat(' ', 1024 * 1024))
                from generate_series(1, %d)
                """
                        .formatted(settings.logMegabytes()),
                "alter system reset max_wal_size",
                "select pg_reload_conf()");
        execute(postgres, "checkpoint");
    }

    /// What works for all that is measured here.
    Processors processors() {
        return processors;
    }

    Settings settings() {
        return settings;
    }

    /// Where other files can lie, on the same disk.
    Path folder() {
        return folder;
    }

    /// Makes a database, empty, whose name begins so; returns its JDBC URL.
    String database(String name) {
        return made(name, "template1");
    }

    /// Makes a database that holds what another does, to which nobody may be connected; returns its
    /// JDBC URL.
    String copy(String url, String name) {
        return made(name, nameOf(url));
    }

    static String nameOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String made(String name, String template) {
        String database = "%s_%d".formatted(name, databases.incrementAndGet());
        execute(
                server.superuser("postgres"),
                "create database %s template %s".formatted(database, template));
        return server.url(database);
    }

    String user() {
        return OwnPostgres.USER;
    }

    /// Of every role: the server lets in whoever asks.
    String password() {
        return "benchmark";
    }

    DataSource owner(String url) {
        return login(url, user());
    }

    /// A connection of its own each time.
    DataSource login(String url, String user) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(url);
        login.setUser(user);
        login.setPassword(password());
        return login;
    }

    HikariDataSource pool(String url, String user, String... initialSql) {
        return pool(url, user, password(), settings.pool(), initialSql);
    }

    static HikariDataSource pool(
            String url, String user, String password, int size, String... initialSql) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // Many wait for few connections, and the pool does not serve them in turn.
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (initialSql.length > 0) {
            config.setConnectionInitSql(String.join("; ", initialSql));
        }
        return new HikariDataSource(config);
    }

    static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path place) {
        try {
            FileSystemUtils.deleteRecursively(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
