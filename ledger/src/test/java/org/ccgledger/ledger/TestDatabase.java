package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A ledger in a database of its own, on one PostgreSQL for all tests of the process or on another
/// that a test may break.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "ledger_" + COUNT.incrementAndGet();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final Server server;
    private final Path keys;

    /// Where databases can be made.
    interface Server {
        DataSource superuser(String database);

        int port();
    }

    private TestDatabase(Server server) {
        this.server = server;
        try (Connection connection = server.superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            keys = Files.createTempDirectory("ledger-keys").resolve("keys");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        LedgerSchema.migrate(owner());
        LedgerSchema.migrateVault(owner());
        LedgerSchema.login(owner(), "test_app", "test", "ledger_app");
        LedgerSchema.login(owner(), "test_auditor", "test", "ledger_auditor");
        LedgerSchema.login(owner(), "test_eraser", "test", "ledger_eraser");
    }

    public static TestDatabase create() {
        return new TestDatabase(Shared.SERVER);
    }

    public static TestDatabase on(OwnPostgres server) {
        return new TestDatabase(server);
    }

    /// Where PostgreSQL's programs are.
    static Path programs() {
        try (Connection connection = Shared.SERVER.superuser("postgres").getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select setting from pg_config where name = 'BINDIR'")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DataSource owner() {
        return server.superuser(name);
    }

    /// A pool of connections with the rights of the application, the auditor or the eraser.
    public DataSource as(String user) {
        return as(user, server.port());
    }

    private DataSource as(String user, int port) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(port));
        config.setUsername(user);
        config.setPassword("test");
        config.setMaximumPoolSize(16);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /// Connections with the rights of the application, each made when it is asked for.
    public DataSource unpooled() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url());
        database.setUser("test_app");
        database.setPassword("test");
        return database;
    }

    /// Where the ledger's keys are, once there is a ledger.
    public Path keys() {
        return keys;
    }

    /// Does what only a superuser can.
    public void tamper(String... statements) throws SQLException {
        try (Connection owner = owner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
            owner.commit();
        }
    }

    public String url() {
        return url(server.port());
    }

    private String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    public Ledger ledger() {
        return ledger(as("test_app"));
    }

    /// A ledger that reaches its database by a wire.
    Ledger ledger(Wire wire) {
        return ledger(as("test_app", wire.port()));
    }

    /// A ledger on connections of the test's making.
    Ledger ledger(DataSource app) {
        Ledger ledger =
                Ledger.open(
                        app,
                        new SubjectVault(app),
                        LedgerKeys.at(keys),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
        ledgers.add(ledger);
        return ledger;
    }

    @Override
    public void close() {
        ledgers.forEach(Ledger::close);
        pools.forEach(HikariDataSource::close);
    }

    private static final class Shared {
        static final Server SERVER = start();

        private static Server start() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                .start();
                return new Server() {
                    @Override
                    public DataSource superuser(String database) {
                        return postgres.getDatabase("postgres", database);
                    }

                    @Override
                    public int port() {
                        return postgres.getPort();
                    }
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
