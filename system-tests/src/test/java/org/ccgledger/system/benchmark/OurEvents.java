package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.EventNames;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.NamedEventSerializer;
import org.ccgledger.query.QuerySchema;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Projections;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Rebuilds;

/// The product's own projections, on one read model.
final class OurEvents implements AutoCloseable {

    static final int BATCH = 500;

    private static final String LOGIN = "benchmark_query";

    private final HikariDataSource pool;
    private final DataSource login;
    private final Serializer serializer;
    private final Model model;
    private final LedgerEventStore events;
    private final Progress progress;
    private final Projections projections;

    /// Makes a projector that writes to the database given.
    @FunctionalInterface
    interface Model {
        Projector on(QueryDatabase database);
    }

    OurEvents(Bench bench, String url, Ledger ledger, Model model) {
        DataSource owner = bench.owner(url);
        LedgerSchema.login(owner, LOGIN, bench.password(), "ledger_auditor", "ccg_query");
        // A rebuild is nobody but ccg_query, who is an auditor where the product makes the login.
        Bench.execute(owner, "grant ledger_auditor to ccg_query");
        this.pool = bench.pool(url, LOGIN, "set synchronous_commit = off");
        this.login = bench.login(url, LOGIN);
        this.model = model;
        this.serializer =
                new NamedEventSerializer(
                        EventNames.of(
                                EventTypes.READER.types(),
                                EventType::name,
                                EventType::version,
                                EventType::carrier,
                                EventJson::fact,
                                EventJson::read),
                        AxonJson.serializer());
        this.events =
                LedgerEventStore.of(
                        ledger,
                        new LedgerEventStorageEngine(ledger, pool, serializer, Clock.systemUTC()));
        QueryDatabase database = new QueryDatabase(pool);
        this.progress = new Progress(database, ledger, events);
        this.projections =
                new Projections(
                        List.of(model.on(database)), events, serializer, database, progress, BATCH);
        projections.start();
    }

    /// Makes the tables of the read models, with those of the statements.
    static void migrate(Bench bench, String url, String... statements) {
        DataSource owner = bench.owner(url);
        LedgerSchema.migrate(owner);
        QuerySchema.migrate(owner);
        Bench.execute(owner, statements);
    }

    /// How far the read model has come.
    long position() {
        return progress.all().stream().mapToLong(Progress.Reached::position).min().orElse(0);
    }

    /// Makes a read model again beside itself, and puts the rows in the place of its own.
    Rebuilds.Replayed rebuild(String projection) {
        try (Rebuilds rebuilds =
                new Rebuilds(login, serializer, (database, _) -> List.of(model.on(database)))) {
            return rebuilds.rebuild(projection, (_, _) -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        projections.stop();
        events.close();
        pool.close();
    }
}
