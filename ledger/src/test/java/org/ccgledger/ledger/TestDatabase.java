package org.ccgledger.ledger;

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

/// A ledger in a database of its own, on one PostgreSQL for all tests of the process.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "ledger_" + COUNT.incrementAndGet();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final Path keys;

    private TestDatabase() {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
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
        return new TestDatabase();
    }

    public DataSource owner() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /// A pool of connections with the rights of the application, the auditor or the eraser.
    public DataSource as(String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
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

    public String url() {
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    public Ledger ledger() {
        DataSource app = as("test_app");
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

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
