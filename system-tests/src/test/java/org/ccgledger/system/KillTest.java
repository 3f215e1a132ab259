package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.OwnPostgres;
import org.ccgledger.ledger.Patience;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.SubjectVault;
import org.ccgledger.ledger.Testimony.Contradiction;
import org.ccgledger.ledger.Testimony.Fault;
import org.ccgledger.standalone.CcgLedger;
import org.ccgledger.system.load.HastyLedger;
import org.ccgledger.system.load.LoadProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered is in the ledger, once and in order, whoever is killed under load: the
/// application, or the processes of its PostgreSQL.
class KillTest {

    private static final int FAULTS = Integer.getInteger("kills", 1);

    /// Fewer than the ten starts after which the embedded server is left alone.
    private static final int FAULTS_IN_A_ROW = 7;

    private static final String NOTHING_PLAYED = "--ccg.scenario=none";

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(FAULTS);

    @TempDir Path folder;

    /// Its embedded PostgreSQL stays behind each time, and is taken over. In the end a ledger that
    /// answers before it commits is found out in the same way.
    @Test
    void the_application_is_killed() throws Exception {
        Path data = folder.resolve("data");
        Path keys = data.resolve("keys/ledger");
        LedgerProcess process = LedgerProcess.start(data, NOTHING_PLAYED);
        try {
            Set<UUID> before = commands(LedgerProcess.database(data), keys);
            try (LoadProcess load = LoadProcess.start(process.url(), 1)) {
                for (int fault = 0; fault < FAULTS; fault++) {
                    awaitLoad(load);
                    process = restarted(process, LedgerProcess::kill, CcgLedger.class, data);
                    load.use(process.url());
                }
                load.awaitOutcomes(50);
                load.settle();

                assertThat(load.unexpected()).isEmpty();
                assertThat(faults(load, LedgerProcess.database(data), keys, before)).isEmpty();
                goesOn(process);
            }
            process = restarted(process, LedgerProcess::close, HastyLedger.class, data);
            Set<UUID> then = commands(LedgerProcess.database(data), keys);
            try (LoadProcess load = LoadProcess.start(process.url(), 2)) {
                load.awaitOutcomes(10);
                process = restarted(process, LedgerProcess::kill, CcgLedger.class, data);
                load.use(process.url());
                load.settle();

                assertThat(kinds(faults(load, LedgerProcess.database(data), keys, then)))
                        .contains(Contradiction.LOST);
            }
        } finally {
            process.close();
        }
    }

    /// The application goes on by itself each time that PostgreSQL is back. In the end a server
    /// that answers before it writes is found out in the same way.
    @Test
    void postgresql_is_killed() throws Exception {
        Path keys = folder.resolve("keys/ledger");
        try (OwnPostgres server = OwnPostgres.create("wal_writer_delay=10s");
                LedgerProcess process = LedgerProcess.startOn(server, keys)) {
            DataSource database = server.superuser("ledger");
            Set<UUID> before = commands(database, keys);
            try (LoadProcess load = LoadProcess.start(process.url(), 3)) {
                for (int fault = 0; fault < FAULTS; fault++) {
                    awaitLoad(load);
                    server.kill();
                    server.start();
                }
                for (int fault = 0; fault < FAULTS; fault += 3) {
                    awaitLoad(load);
                    server.kill("client backend");
                    awaitLoad(load);
                    server.kill("checkpointer");
                    awaitLoad(load);
                    server.stop("immediate");
                    server.start();
                }
                load.awaitOutcomes(50);
                load.settle();

                assertThat(load.unexpected()).isEmpty();
                assertThat(faults(load, database, keys, before)).isEmpty();
                goesOn(process);
            }
            try (Connection owner = database.getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("alter role ccg_command set synchronous_commit = off");
            }
            server.stop("fast");
            server.start();
            Set<UUID> then = commands(database, keys);
            try (LoadProcess load = LoadProcess.start(process.url(), 4)) {
                load.awaitOutcomes(100);
                server.kill();
                server.start();
                load.settle();

                assertThat(kinds(faults(load, database, keys, then))).contains(Contradiction.LOST);
            }
        }
    }

    /// The application starts its embedded PostgreSQL again each time, and goes on; it is itself
    /// started anew now and then, before it leaves its server alone.
    @Test
    void the_embedded_postgresql_is_killed() throws Exception {
        Path data = folder.resolve("data");
        Path keys = data.resolve("keys/ledger");
        LedgerProcess process = LedgerProcess.start(data, NOTHING_PLAYED);
        try {
            Set<UUID> before = commands(LedgerProcess.database(data), keys);
            try (LoadProcess load = LoadProcess.start(process.url(), 5)) {
                for (int fault = 0; fault < FAULTS; fault++) {
                    if (fault > 0 && fault % FAULTS_IN_A_ROW == 0) {
                        awaitLoad(load);
                        process = restarted(process, LedgerProcess::close, CcgLedger.class, data);
                        load.use(process.url());
                    }
                    awaitLoad(load);
                    long killed = postmaster(data);
                    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                    Patience.until(
                            "another runs", () -> !Set.of(0L, killed).contains(postmaster(data)));
                }
                awaitLoad(load);
                load.settle();

                assertThat(load.unexpected()).isEmpty();
                assertThat(faults(load, LedgerProcess.database(data), keys, before)).isEmpty();
                goesOn(process);
            }
        } finally {
            process.close();
        }
    }

    /// The first process of the embedded server; 0 while none is named.
    private static long postmaster(Path data) throws IOException {
        try {
            return Files.readString(data.resolve("postgres/postmaster.pid"))
                    .lines()
                    .findFirst()
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (NoSuchFileException | NumberFormatException _) {
            return 0;
        }
    }

    private interface End {
        void of(LedgerProcess process) throws Exception;
    }

    private static LedgerProcess restarted(
            LedgerProcess process, End end, Class<?> program, Path data) throws Exception {
        end.of(process);
        return LedgerProcess.start(program, data, NOTHING_PLAYED);
    }

    /// Waits until the load is under way again, for a random while.
    private void awaitLoad(LoadProcess load) throws IOException {
        load.skipOutcomes();
        load.awaitOutcomes(random.nextInt(20, 120));
    }

    /// What is sent now is stored, and read in a read model.
    private static void goesOn(LedgerProcess process) {
        Reply recorded =
                process.caller()
                        .post(
                                "RecordStatedFigure",
                                Senders.REGISTRY,
                                Sample.about(
                                        """
                                        "figure": "after-all", "subject": "Groups", "counted": "NOT_COUNTED",
                                        "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                                        "value": "1", "unit": "CCGS", "asAt": "2013-04-01"
                                        """));
        assertThat(recorded.status()).as("%s", recorded).isEqualTo(201);
        Reply read = process.caller().get("/v1/stated-figures");
        assertThat(read.status()).as("%s", read).isEqualTo(200);
        assertThat(read.body()).contains("after-all");
    }

    private static List<Fault> faults(
            LoadProcess load, DataSource database, Path keys, Set<UUID> before) throws Exception {
        try (Ledger ledger = ledger(database, keys);
                Connection connection = database.getConnection()) {
            assertThat(Leaves.faults(connection, ledger.id())).isEmpty();
            return load.testimony().against(ledger.readAfter(0, Integer.MAX_VALUE), before);
        }
    }

    private static List<Contradiction> kinds(List<Fault> faults) {
        return faults.stream().map(Fault::kind).distinct().toList();
    }

    private static Set<UUID> commands(DataSource database, Path keys) {
        try (Ledger ledger = ledger(database, keys)) {
            return ledger.readAfter(0, Integer.MAX_VALUE).stream()
                    .map(StoredEvent::commandId)
                    .collect(Collectors.toSet());
        }
    }

    private static Ledger ledger(DataSource database, Path keys) {
        return Ledger.open(
                database,
                new SubjectVault(database),
                LedgerKeys.at(keys),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }
}
