package org.ccgledger.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.LedgerRestored;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.ledger.proof.Restoration;
import org.ccgledger.query.QuerySchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has the ledger say that it was restored.
@Command(
        name = "restored",
        description = {
            "Says in the ledger that its database was restored to an older state, and begins another epoch.",
            "Run it once after a restore, before the ledger is started, as the owner of the database. Tokens that were given"
                    + " before are refused from then on, read models are made again, and checkpoints are signed under another"
                    + " name."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Restored implements Callable<Integer> {

    @Mixin private LedgerAccess access = new LedgerAccess();

    @Option(
            names = "--reason",
            required = true,
            description = "why, in words; it stands in the ledger for ever")
    private String reason = "";

    @Mixin private KeyFile keys = new KeyFile();

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "the file of checkpoints; the one beside the keys by default")
    private @Nullable Path checkpoints;

    @Override
    public Integer call() {
        return Attempt.at(() -> access.as(LedgerAccess.OWNER, this::record));
    }

    private int record(DataSource database) {
        Path file = keys.of(access);
        Path notes = checkpoints != null ? checkpoints : file.resolveSibling(TheLedger.CHECKPOINTS);
        return Attempt.withLedger(
                database,
                file,
                ledger -> {
                    Lineage lineage =
                            Restoration.record(
                                    database,
                                    ledger,
                                    new CheckpointFiles(notes),
                                    reason,
                                    Clock.systemUTC());
                    QuerySchema.drop(database);
                    say(lineage);
                    return 0;
                });
    }

    private static void say(Lineage lineage) {
        LedgerRestored restored = lineage.restored();
        if (restored == null) {
            return;
        }
        LedgerRestored.Signed signed = restored.signed();
        long lost = signed == null ? 0 : Math.max(0, signed.size() - restored.restoredTo());
        System.out.printf(
                "Epoch %d begins behind position %d; %s.%n",
                restored.epoch(),
                restored.restoredTo(),
                signed == null
                        ? "no checkpoint is known of what was before"
                        : lost == 0
                                ? "nothing that was signed is lost"
                                : lost + " events that were signed are lost");
        System.out.println("Auditors add to their policy:");
        lineage.policy().forEach(System.out::println);
    }
}
