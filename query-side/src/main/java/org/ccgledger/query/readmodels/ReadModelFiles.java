package org.ccgledger.query.readmodels;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.bundle.BundleFolder;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.query.Projectors;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Progress.Reached;
import org.ccgledger.query.projection.ProjectionStates;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts the read models into a bundle, each as CSV and as Parquet, with the rows that a replay
/// makes which ends where the bundle does.
///
/// The projections may be further on. They are read in one snapshot, for which the rights of
/// `ledger_auditor` are enough.
public final class ReadModelFiles implements LedgerExport.Annex {

    private static final String FOLDER = "read-models/";
    private static final String METADATA = FOLDER + "csv-metadata.json";

    private final DataSource database;
    private final Duration patience;
    private final Parquet parquet;
    private final LedgerExport.Progress progress;

    /// @param patience for how long projections that are behind are waited for
    public ReadModelFiles(
            DataSource database,
            Duration patience,
            Parquet parquet,
            LedgerExport.Progress progress) {
        this.database = database;
        this.patience = patience;
        this.parquet = parquet;
        this.progress = progress;
    }

    /// Adds them, once the projections have come to the bundle's end.
    ///
    /// @throws IllegalStateException in a sentence, if the read models are not those of the
    ///   bundle's events
    @Override
    public void addTo(BundleFolder folder, long end) throws SQLException, IOException {
        if (JdbcClient.create(database)
                .sql("select to_regclass('projection.progress') is null")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException(
                    "The database holds no read models: leave them out (--no-read-models).");
        }
        Lineage lineage = Lineage.read(database).orElseThrow();
        ReadableLedger ledger = new ReadableLedger(database);
        QueryDatabase live = new QueryDatabase(database);
        List<String> projections =
                Projectors.on(live, ledger).stream().map(Projector::name).sorted().toList();
        new Progress(live, ledger, lineage.epoch(), () -> {}).await(projections, end, patience);
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            QueryDatabase snapshot =
                    new QueryDatabase(new SingleConnectionDataSource(connection, true));
            List<Reached> reached =
                    reached(
                            new Progress(snapshot, ledger, lineage.epoch(), () -> {}),
                            projections,
                            end);
            checkParked(snapshot.sql(), end);
            List<ReadModel> models = ReadModel.all(snapshot.sql());
            folder.renew(
                    METADATA,
                    models.stream().map(ReadModelFiles::parquet).toList(),
                    out ->
                            out.write(
                                    CsvOnTheWeb.describing(
                                            "Read models of %s up to position %d"
                                                    .formatted(lineage.origin(), end),
                                            notes(lineage.origin(), end, reached, snapshot.sql()),
                                            models)));
            write(models, connection, folder, end);
            connection.rollback();
        }
    }

    /// Where each projection stands, which is not before the end.
    private static List<Reached> reached(Progress progress, List<String> projections, long end) {
        List<Reached> reached = progress.of(projections);
        List<String> behind = new ArrayList<>(projections);
        for (Reached one : reached) {
            if (!progress.isOfThisLedger(one)) {
                throw new IllegalStateException(
                        "The projection %s comes from another history than this ledger's."
                                .formatted(one.projection()));
            }
            if (one.position() >= end) {
                behind.remove(one.projection());
            }
        }
        if (!behind.isEmpty()) {
            throw new IllegalStateException(
                    ("The read models are behind the bundle's %d events: %s. What is exported stays;"
                                    + " run it again when they have caught up (`ccg projections list`),"
                                    + " or leave them out (--no-read-models).")
                            .formatted(end, String.join(", ", behind)));
        }
        return reached;
    }

    private static void checkParked(JdbcClient sql, long end) {
        ProjectionStates.read(sql).parked().stream()
                .filter(parked -> parked.position() <= end)
                .findFirst()
                .ifPresent(parked -> {
                    throw new IllegalStateException(
                            ("The projection %s lacks position %d, which it has parked: retry it"
                                            + " (`ccg projections retry`), or leave the read models out"
                                            + " (--no-read-models).")
                                    .formatted(parked.projection(), parked.position()));
                });
    }

    /// From what and by what the rows were made, and what was left out of them.
    private static ObjectNode notes(
            String origin, long end, List<Reached> reached, JdbcClient sql) {
        ObjectNode notes = EventJson.MAPPER.createObjectNode();
        notes.put("ledger", origin);
        notes.put("position", end);
        ObjectNode versions = notes.putObject("projections");
        reached.stream()
                .sorted(Comparator.comparing(Reached::projection))
                .forEach(one -> versions.put(one.projection(), one.version()));
        ArrayNode skipped = notes.putArray("skipped");
        sql.sql(
                        "select projection, position, reason from rebuild.skipped_event"
                                + " where position <= ? order by position, projection")
                .param(end)
                .query((row, _) ->
                        skipped.addObject()
                                .put("projection", row.getString("projection"))
                                .put("position", row.getLong("position"))
                                .put("reason", row.getString("reason")))
                .list();
        return notes;
    }

    private void write(List<ReadModel> models, Connection connection, BundleFolder folder, long end)
            throws SQLException, IOException {
        long done = 0;
        for (ReadModel model : models) {
            String csv = FOLDER + model.name() + ".csv";
            String typed = parquet(model);
            String rows =
                    "copy (%s) to stdout with (format csv, header)".formatted(model.rowsAt(end));
            folder.renew(
                    csv,
                    List.of(typed),
                    out -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows, out));
            if (folder.isWhole(typed)) {
                folder.keep(typed);
            } else {
                folder.make(
                        typed, file -> parquet.write(folder.resolve(csv), model.columns(), file));
            }
            progress.reached(++done, models.size());
        }
    }

    private static String parquet(ReadModel model) {
        return FOLDER + model.name() + ".parquet";
    }
}
