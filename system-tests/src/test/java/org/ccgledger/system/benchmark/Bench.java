package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.ccgledger.standalone.postgres.DataFolder;
import org.ccgledger.standalone.postgres.EmbeddedServer;
import org.ccgledger.standalone.postgres.ServerAddress;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/// The one PostgreSQL on which all is measured: the product's own embedded server, as durable as
/// any, on a data folder that is new.
final class Bench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicInteger databases = new AtomicInteger();
    private final Settings settings;
    private final DataFolder folder;
    private final EmbeddedServer server;
    private final ServerAddress address;
    private final Processors processors;

    Bench(Settings settings, Path place) {
        this.settings = settings;
        delete(place);
        this.folder = DataFolder.open(place);
        this.server = new EmbeddedServer(folder);
        this.address = server.start();
        this.processors = new Processors(postmaster());
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
        return folder.path();
    }

    /// Makes a database, empty, whose name begins so; returns its JDBC URL.
    String database(String name) {
        return EmbeddedServer.database(address, name + "_" + databases.incrementAndGet());
    }

    /// Makes a database that holds what another does, to which nobody may be connected; returns its
    /// JDBC URL.
    String copy(String url, String name) {
        String copy = "%s_%d".formatted(name, databases.incrementAndGet());
        execute(
                owner(address.jdbcUrl("postgres")),
                "create database %s template %s"
                        .formatted(copy, url.substring(url.lastIndexOf('/') + 1)));
        return address.jdbcUrl(copy);
    }

    String user() {
        return ServerAddress.USER;
    }

    String password() {
        return address.password();
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
        server.close();
        Path place = folder.path();
        folder.close();
        delete(place);
    }

    private String postmaster() {
        try {
            return Files.readAllLines(folder.path().resolve("postgres/postmaster.pid")).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
