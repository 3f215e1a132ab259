package org.ccgledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.KeptAudit;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Audits a whole ledger from its database, with the rights to read it.
@Command(
        name = "verify",
        description =
                "Audits a whole ledger: every row against the hashes, the tree, and a checkpoint signed by keys that you pin.",
        footer = {
            "",
            "Exit code 0: all that was checked is in order. 1: it is not. 2: it could not be checked."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Verify implements Callable<Integer> {

    private static final int NOT_CHECKED = 2;

    /// Seconds; what witnesses say of a later moment says nothing of now.
    private static final long CLOCKS_DIFFER_BY = 60;

    @Mixin private LedgerAccess access = new LedgerAccess();

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "whose signatures you believe; see `ccg keys policy`")
    private Path policy = Path.of("");

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE.note",
            description = "the checkpoint to hold the ledger against, in place of its newest")
    private @Nullable Path checkpoint;

    @Option(
            names = "--last-seen",
            paramLabel = "FILE.note",
            description = "a checkpoint that you have seen before; the ledger must extend it")
    private @Nullable Path lastSeen;

    @Option(
            names = "--save",
            paramLabel = "FILE.note",
            description =
                    "where to keep the checkpoint, if all is in order, to be last seen next time")
    private @Nullable Path save;

    @Option(
            names = "--fresh-within",
            paramLabel = "SECONDS",
            description =
                    "how long ago enough witnesses may have cosigned the checkpoint for it to be the newest")
    private @Nullable Long freshWithin;

    @Option(
            names = "--progress",
            paramLabel = "FILE",
            description =
                    "where to keep how far the audit has come, to go on with the same command after an interrupt; deleted when it has ended")
    private @Nullable Path kept;

    @Override
    public Integer call() {
        return Interruption.around(this::goOn, this::verify);
    }

    private String goOn() {
        return kept == null
                ? "It begins anew: with --progress FILE it would go on."
                : "Go on with the same command.";
    }

    private int verify() throws Exception {
        try {
            LedgerAudit.Given given =
                    new LedgerAudit.Given(
                            Policy.parse(Files.readString(policy)),
                            bytes(checkpoint),
                            bytes(lastSeen));
            return access.as(Databases.AUDITOR, ledger -> audit(ledger, given));
        } catch (IOException e) {
            System.err.println("A file cannot be read or written: " + e.getMessage());
        } catch (SQLException e) {
            System.err.println("The ledger cannot be read: " + e.getMessage());
        }
        return NOT_CHECKED;
    }

    private int audit(DataSource ledger, LedgerAudit.Given given) throws SQLException, IOException {
        Instant asked = Instant.now();
        long began = System.nanoTime();
        AuditReport report;
        try (Connection connection = ledger.getConnection()) {
            connection.setReadOnly(true);
            LedgerAudit.Progress bar = Progress.following("Audit", "events")::reached;
            report =
                    kept == null
                            ? LedgerAudit.run(connection, given, bar)
                            : LedgerAudit.run(connection, given, bar, new KeptAudit(kept));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        boolean isFresh = isFresh(report.cosignedAt(), asked);
        report.sentences(took).forEach(System.out::println);
        if (!isFresh) {
            System.out.println("There may be a newer ledger than this one.");
        }
        boolean isInOrder = report.isClean() && isFresh;
        byte[] note = report.note();
        if (isInOrder && save != null && note != null) {
            Files.write(save, note);
        }
        return isInOrder ? 0 : 1;
    }

    /// Says when the checkpoint was known to be the newest, and whether that is as it was asked
    /// for.
    private boolean isFresh(@Nullable Instant cosignedAt, Instant asked) {
        if (cosignedAt != null) {
            System.out.println(
                    "Enough witnesses held the checkpoint to be the newest at " + cosignedAt);
        }
        if (freshWithin == null) {
            System.out.println(
                    "Not checked: Whether the checkpoint is the newest there is (--fresh-within).");
            return true;
        }
        boolean isFresh =
                cosignedAt != null
                        && !cosignedAt.isBefore(asked.minusSeconds(freshWithin))
                        && !cosignedAt.isAfter(Instant.now().plusSeconds(CLOCKS_DIFFER_BY));
        if (!isFresh) {
            System.out.println(
                    "WRONG: no quorum of witnesses has cosigned the checkpoint in the last "
                            + freshWithin
                            + " s");
        }
        return isFresh;
    }

    private static byte @Nullable [] bytes(@Nullable Path file) throws IOException {
        return file == null ? null : Files.readAllBytes(file);
    }
}
