package org.ccgledger.system.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.ccgledger.ledger.bundle.LedgerExport;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.ledger.proof.Witnesses;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.ccgledger.verifier.CcgVerify;

/// Everything of a bundle audited by the offline verifier in a process of its own, from the start
/// of Java on: bodies, facts, records, tags, streams, commands, the tree and its signatures.
final class Audit implements Measurement {

    private static final Pattern IN_ORDER = Pattern.compile("All that was checked is in order\\.");

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String url = bench.database("audited");
        DataSource owner = bench.owner(url);
        Path bundle = bench.folder().resolve("bundle");
        Path policy = bench.folder().resolve("policy");
        int events = bench.settings().audited();
        try (Ours ours = Ours.on(bench, url)) {
            try (Checkpointer checkpointer = checkpointer(bench, owner)) {
                ours.ledger().onHead(checkpointer::appended);
                Batch.of(events, _ -> ours.create(Figures.name()));
            }
            export(owner, bundle);
            Files.writeString(
                    policy, String.join("\n", Lineage.read(owner).orElseThrow().policy()));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        List<Series> series =
                Rounds.inTurn(bench, new Side(Ours.NAME, _ -> audit(bundle, policy, events)));
        return List.of(
                new Row(
                        "audit of a bundle of %,d events, with the start of Java".formatted(events),
                        "events/s",
                        Row.medians(series),
                        series,
                        series.getFirst().median(),
                        "events/s",
                        Bound.atLeast(100_000),
                        null));
    }

    private static Checkpointer checkpointer(Bench bench, DataSource owner) {
        return Checkpointer.start(
                owner,
                Ours.keys(bench),
                new CheckpointFiles(bench.folder().resolve("checkpoints")),
                Witnesses.of(List.of(), Clock.systemUTC()),
                Clock.systemUTC());
    }

    private static void export(DataSource owner, Path bundle) throws IOException, SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            LedgerExport.run(connection, bundle, (_, _) -> {}, List.of());
            connection.rollback();
        }
    }

    private static Sample audit(Path bundle, Path policy, int events) {
        long start = System.nanoTime();
        try (JavaProcess verifier =
                JavaProcess.start(
                        CcgVerify.class.getName(),
                        List.of(),
                        "audit",
                        bundle.toString(),
                        "--policy",
                        policy.toString())) {
            verifier.await(IN_ORDER);
            return Sample.of(events * 1e9 / (System.nanoTime() - start));
        }
    }
}
