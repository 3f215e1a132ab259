package org.ccgledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.ccgledger.query.readmodels.ReadModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a ledger into plain files, with the rights to read it.
@Command(
        name = "export",
        description = {
            "Writes the ledger up to its newest checkpoint into a folder of plain files, a bundle,"
                    + " which `ccg-verify` audits without a database.",
            "The read models are in it as they stand there, as CSV and as Parquet.",
            "It can be stopped, and gone on with by the same command; a later one adds what has"
                    + " come since."
        },
        footer = {"", "Exit code 0: all is exported. 2: it is not."},
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Export implements Callable<Integer> {

    /// For how long read models that are behind are waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin private LedgerAccess access = new LedgerAccess();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "a new or empty folder, or an earlier bundle of this ledger")
    private Path to = Path.of("");

    @Option(
            names = "--no-read-models",
            description = "leaves the read models out; for a ledger without any, for example")
    private boolean withoutReadModels;

    @Override
    public Integer call() {
        return Interruption.around(
                () -> "Go on with the same command.",
                () -> access.as(Databases.AUDITOR, this::export));
    }

    private int export(DataSource ledger) throws SQLException, IOException {
        if (withoutReadModels) {
            return export(ledger, List.of());
        }
        try (DuckDb parquet = new DuckDb()) {
            return export(
                    ledger,
                    List.of(
                            new ReadModelFiles(
                                    ledger,
                                    PATIENCE,
                                    parquet,
                                    Progress.following("Read models", "tables")::reached)));
        }
    }

    /// In one snapshot, so that what is written belongs together.
    private int export(DataSource ledger, List<ReadModelFiles> annexes)
            throws SQLException, IOException {
        try (Connection connection = ledger.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            BundleEnd.accountsForErasures(connection, Long.MAX_VALUE);
            long began = System.nanoTime();
            LedgerExport.Exported exported =
                    LedgerExport.run(
                            connection,
                            to,
                            Progress.following("Export", "events")::reached,
                            annexes);
            connection.rollback();
            say(exported, Duration.ofNanos(System.nanoTime() - began));
        }
        return 0;
    }

    private void say(LedgerExport.Exported exported, Duration took) {
        System.out.printf(
                Locale.UK,
                "Exported: %,d events in %d.%d s (%,d a second); %,d were there already.%n",
                exported.written(),
                took.toSeconds(),
                took.toMillisPart() / 100,
                exported.written() * 1000 / Math.max(1, took.toMillis()),
                exported.events() - exported.written());
        System.out.printf(
                Locale.UK,
                "%s holds the ledger up to its newest checkpoint, %,d events%s.%n",
                to,
                exported.events(),
                withoutReadModels ? "" : ", and the read models as they stand there");
    }
}
