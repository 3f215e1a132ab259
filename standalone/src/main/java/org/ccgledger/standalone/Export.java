package org.ccgledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.ccgledger.ledger.bundle.LedgerExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a ledger into plain files, with the rights to read it.
@Command(
        name = "export",
        description = {
            "Writes the ledger up to its newest checkpoint into a folder of plain files, a bundle,"
                    + " which `ccg-verify` audits without a database.",
            "It can be stopped, and gone on with by the same command; a later one adds what has"
                    + " come since."
        },
        footer = {"", "Exit code 0: all is exported. 2: it is not."},
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Export implements Callable<Integer> {

    @Mixin private LedgerAccess access = new LedgerAccess();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "a new or empty folder, or an earlier bundle of this ledger")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        return Attempt.at(() -> access.as(Databases.AUDITOR, this::export));
    }

    /// In one snapshot, so that what is written belongs together.
    private int export(DataSource ledger) throws SQLException, IOException {
        try (Connection connection = ledger.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long began = System.nanoTime();
            LedgerExport.Exported exported =
                    LedgerExport.run(
                            connection, to, Progress.following("Export", "events")::reached);
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
                "%s holds the ledger up to its newest checkpoint, %,d events.%n",
                to,
                exported.events());
    }
}
