package org.ccgledger.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.ccgledger.ledger.proof.Lineage;

/// Where events are kept: appended under guard, and read.
///
/// Appends of a process are written together, each transaction under an advisory lock, so that
/// positions are dense and in commit order. Safe for use by many threads and processes.
public final class Ledger extends ReadableLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SubjectVault vault;
    private final Lineage lineage;
    private final AppendPreparation preparation;
    private final HeadWatch head;
    private final Herald herald;
    private final GroupCommit writer;

    private Ledger(DataSource database, SubjectVault vault, Lineage lineage, MeterRegistry meters) {
        super(database);
        this.vault = vault;
        this.lineage = lineage;
        preparation = new AppendPreparation(lineage.ledgerId(), vault);
        head = new HeadWatch(database);
        herald = new Herald(database);
        LongConsumer onAppend =
                position -> {
                    head.reached(position);
                    herald.reached(position);
                };
        writer =
                new GroupCommit(
                        database, this::command, onAppend, PATIENCE, new LedgerMeters(meters));
    }

    /// Opens the ledger, which is created if the database holds none. Two of the database's
    /// connections are used until it is closed, and a third now and then.
    public static Ledger open(
            DataSource database,
            SubjectVault vault,
            LedgerKeys keys,
            Clock clock,
            MeterRegistry meters) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
        return new Ledger(database, vault, Genesis.of(database, vault, keys, today), meters);
    }

    public UUID id() {
        return lineage.ledgerId();
    }

    /// Raised by each restore of an older state.
    public int epoch() {
        return lineage.epoch();
    }

    /// Appends a command's outcome, if nothing that it depends on has changed, and waits until that
    /// is durable.
    ///
    /// @throws LedgerException.Unavailable if nothing was written
    /// @throws LedgerException.OutcomeUnknown if that cannot be known
    public AppendResult append(Append request) {
        return writer.append(preparation.prepare(request));
    }

    /// How many appends wait for the writer.
    int queued() {
        return writer.queued();
    }

    /// Is called with positions that the ledger has reached, whoever appended them, and must not
    /// take long.
    public void onHead(LongConsumer listener) {
        head.listen(listener);
    }

    /// Writes what waits to be written, and lets go of its connections.
    @Override
    public void close() {
        writer.close();
        herald.close();
        head.close();
    }

    /// The personal text that an event holds under a field, if its subject's key and the row still
    /// exist.
    public Optional<String> personalText(StoredEvent event, String field) {
        return query(
                "select subject, content from ledger.personal where position = ? and field = ?",
                statement -> {
                    statement.setLong(1, event.position());
                    statement.setString(2, field);
                },
                rows ->
                        rows.next()
                                ? vault.decrypt(
                                        event.eventId(),
                                        field,
                                        rows.getObject("subject", UUID.class),
                                        rows.getBytes("content"))
                                : Optional.empty());
    }
}
