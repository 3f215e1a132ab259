package org.ccgledger.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.SubjectVault;
import org.ccgledger.ledger.proof.Lineage;

/// A subcommand's work on the ledger, which ends with a sentence if it fails.
final class Attempt {

    private static final int FAILED = 2;

    private Attempt() {}

    static int at(Callable<Integer> work) {
        try {
            return work.call();
        } catch (Interruption.Interrupted _) {
            return FAILED;
        } catch (Exception e) {
            System.err.println(e.getMessage() == null ? e : e.getMessage());
            return FAILED;
        }
    }

    static Lineage lineage(DataSource database) {
        return Lineage.read(database)
                .orElseThrow(() -> new IllegalStateException("The database holds no ledger."));
    }

    /// Opens the ledger that is there, to append to it what holds no personal part.
    static int withLedger(DataSource database, Path keys, ToIntFunction<Ledger> work) {
        lineage(database);
        LedgerKeys existing =
                LedgerKeys.existing(keys)
                        .orElseThrow(() ->
                                new IllegalStateException("There are no keys in " + keys + "."));
        try (Ledger ledger =
                Ledger.open(
                        database,
                        new SubjectVault(database),
                        existing,
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())) {
            return work.applyAsInt(ledger);
        }
    }
}
