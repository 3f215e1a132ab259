package org.ccgledger.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.ccgledger.command.http.Job;
import org.ccgledger.command.http.Problem;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.jspecify.annotations.Nullable;

/// One bundle that was asked for, and how far it has come.
final class ExportJob extends Job {

    static final String ZIP = "application/zip";

    private static final int RETRY_AFTER = 2;

    private final DataSource ledger;
    private final ExportsFolder folder;
    private final long upTo;
    private final Path bundle;
    private long done;
    private long events;
    private int fetching;

    /// @param upTo the most events that the bundle may hold
    ExportJob(DataSource ledger, ExportsFolder folder, long upTo) {
        this.ledger = ledger;
        this.folder = folder;
        this.upTo = upTo;
        this.bundle = folder.bundle(id());
    }

    /// What is answered about it.
    ///
    /// @param done of the events
    /// @param events that the bundle holds when it is done
    /// @param failure why it could not be done, if it could not
    /// @param bundle where it is fetched, as one archive, when it is done
    record View(
            UUID id,
            State state,
            long done,
            long events,
            @Nullable String failure,
            @Nullable String bundle) {}

    /// Where an archive is written to.
    interface Receiver {
        /// Begins an archive.
        ///
        /// @param name of the archive, without an ending
        OutputStream open(String name) throws IOException;
    }

    @Override
    public synchronized View view() {
        return new View(
                id(),
                state(),
                done,
                events,
                failure(),
                state() == State.DONE ? ExportsController.PATH + "/" + id() + "/bundle" : null);
    }

    /// In one snapshot, so that what is written belongs together.
    @Override
    protected void work() throws SQLException, IOException, Failed {
        boolean isWhole = false;
        try (Connection connection = ledger.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            BundleEnd.accountsForErasures(connection, upTo);
            LedgerExport.run(connection, bundle, upTo, this::reached, List.of());
            connection.rollback();
            isWhole = true;
        } catch (ExportsFolder.Full e) {
            throw new Failed(folder.needs());
        } catch (IllegalStateException e) {
            throw new Failed(String.valueOf(e.getMessage()));
        } finally {
            if (!isWhole) {
                folder.delete(bundle);
            }
        }
    }

    private synchronized void reached(long done, long events) {
        goOn();
        if (!folder.hasSpace()) {
            throw new ExportsFolder.Full();
        }
        this.done = done;
        this.events = events;
    }

    /// What is being fetched stays.
    @Override
    protected synchronized boolean forget() {
        if (fetching > 0 || !super.forget()) {
            return false;
        }
        folder.delete(bundle);
        return true;
    }

    /// Hands the bundle out as one archive, packed as it goes.
    ///
    /// @throws Problem if it is not there
    void hand(Receiver to) throws IOException {
        begin();
        try (Stream<Path> all = Files.walk(bundle)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            String name = "ccg-ledger-" + events;
            try (ZipOutputStream zip = new ZipOutputStream(to.open(name))) {
                zip.setLevel(Deflater.BEST_SPEED);
                for (Path file : files) {
                    zip.putNextEntry(new ZipEntry(name + "/" + bundle.relativize(file)));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        switch (state()) {
            case DONE -> fetching++;
            case WAITING, RUNNING ->
                    throw new Problem(
                                    503,
                                    "UNAVAILABLE",
                                    "The bundle is not finished yet",
                                    "Ask "
                                            + ExportsController.PATH
                                            + "/"
                                            + id()
                                            + " how far it is.")
                            .retryAfter(RETRY_AFTER);
            case FAILED ->
                    throw new Problem(
                            404,
                            "NOT_FOUND",
                            "There is no such bundle",
                            "It could not be made: " + failure());
        }
    }

    private synchronized void end() {
        fetching--;
    }
}
