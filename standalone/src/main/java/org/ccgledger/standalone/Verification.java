package org.ccgledger.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.command.http.Job;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.jspecify.annotations.Nullable;

/// One audit of the whole ledger, and how far it has come.
///
/// What is believed is kept outside the database: the keys in the file of keys, and as last seen
/// the last note in the file of checkpoints.
final class Verification extends Job {

    private final DataSource ledger;
    private final Path keys;
    private final CheckpointFiles checkpoints;
    private long done;
    private long events;
    private @Nullable Report report;

    Verification(DataSource ledger, Path keys, CheckpointFiles checkpoints) {
        this.ledger = ledger;
        this.keys = keys;
        this.checkpoints = checkpoints;
    }

    /// What is answered about it.
    ///
    /// @param done of the events
    /// @param failure why it could not be done, if it could not
    record View(
            UUID id,
            State state,
            long done,
            long events,
            @Nullable String failure,
            @Nullable Report report) {}

    /// What was found.
    ///
    /// @param isInOrder whether all is that was checked
    /// @param origin of the checkpoint that it was held against
    /// @param size of that checkpoint
    /// @param wrong what is not in order, the lowest position first
    /// @param moreWrong how much more there is
    /// @param notChecked what this audit says nothing about, in sentences
    /// @param sentences all of it as `ccg verify` says it
    record Report(
            boolean isInOrder,
            @Nullable String origin,
            @Nullable Long size,
            long events,
            long personalParts,
            long erasedParts,
            List<AuditReport.Fault> wrong,
            long moreWrong,
            List<String> notChecked,
            List<String> sentences) {

        static Report of(AuditReport found, Duration took) {
            var checkpoint = found.checkpoint();
            return new Report(
                    found.isClean(),
                    checkpoint == null ? null : checkpoint.origin(),
                    checkpoint == null ? null : checkpoint.size(),
                    found.events(),
                    found.personalParts(),
                    found.erasedParts(),
                    found.faults(),
                    found.moreFaults(),
                    found.notChecked(),
                    found.sentences(took));
        }
    }

    @Override
    public synchronized View view() {
        return new View(id(), state(), done, events, failure(), report);
    }

    @Override
    protected void work() throws SQLException, Failed {
        LedgerKeys pinned =
                LedgerKeys.existing(keys)
                        .orElseThrow(() -> new Failed("This process has no keys to pin."));
        long began = System.nanoTime();
        try (Connection connection = ledger.getConnection()) {
            connection.setReadOnly(true);
            Lineage said =
                    Lineage.read(connection)
                            .orElseThrow(() -> new Failed("The database holds no ledger."));
            AuditReport found =
                    LedgerAudit.run(
                            connection,
                            new LedgerAudit.Given(policy(said, pinned), null, lastSeen()),
                            this::reached);
            become(Report.of(found, Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    /// As the ledger says it, but for the keys that sign now: those are the ones that are pinned.
    private static Policy policy(Lineage said, LedgerKeys pinned) {
        List<Lineage.Keys> keys = new ArrayList<>(said.keys());
        keys.addLast(new Lineage.Keys(keys.removeLast().position(), pinned.publicKeys()));
        return Policy.parse(
                String.join(
                        "\n",
                        new Lineage(
                                        said.ledgerId(),
                                        said.epoch(),
                                        said.version(),
                                        keys,
                                        said.restored())
                                .policy()));
    }

    private byte @Nullable [] lastSeen() {
        return checkpoints
                .lastNote()
                .map(note -> note.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    private synchronized void reached(long done, long events) {
        goOn();
        this.done = done;
        this.events = events;
    }

    private synchronized void become(Report found) {
        report = found;
    }
}
