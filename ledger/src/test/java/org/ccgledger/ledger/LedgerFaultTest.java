package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What callers are told when connections, backends or the server end while they append.
class LedgerFaultTest {

    private static final long APPEND_LOCK = 4919131752989213764L;
    private static final long COMMIT_LOCK = 1;
    private static final int FAULTS = Integer.getInteger("faults", 3);

    private final OwnPostgres server = OwnPostgres.create();
    private final TestDatabase database = TestDatabase.on(server);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() throws Exception {
        threads.close();
        database.close();
        server.close();
    }

    /// The backend that waits for the append's lock does not notice that its client is gone.
    @ParameterizedTest
    @CsvSource({"1, NOBODY", "12, NOBODY", "1, ITSELF", "12, ITSELF", "1, OTHERS", "12, OTHERS"})
    void an_append_whose_connection_ends_while_it_waits_for_its_turn_is_not_lied_about(
            int callers, Before before) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            Ledger ledger = ledger(wire, before);
            List<Append> appends = appends(callers);
            List<Future<AppendResult>> told;
            try (Held lock = new Held(APPEND_LOCK)) {
                told = send(ledger, appends);
                lock.awaitWaiting();
                assertThat(isUnasked()).isEqualTo(before == Before.ITSELF);
                wire.cut();
            }

            nobodyWasLiedTo(ledger, appends, told);
        }
    }

    /// The commit succeeds, and nobody hears of it.
    @ParameterizedTest
    @CsvSource({"1, NOBODY", "12, NOBODY", "1, ITSELF", "12, ITSELF", "1, OTHERS", "12, OTHERS"})
    void an_append_whose_connection_ends_while_it_commits_is_not_denied(int callers, Before before)
            throws Exception {
        try (Wire wire = new Wire(server.port())) {
            Ledger ledger = ledger(wire, before);
            long head = ledger.head();
            commitsWait();
            List<Append> appends = appends(callers);
            List<Future<AppendResult>> told;
            try (Held lock = new Held(COMMIT_LOCK)) {
                told = send(ledger, appends);
                lock.awaitWaiting();
                assertThat(isUnasked()).isEqualTo(before == Before.ITSELF);
                wire.mute();
            }
            Ledger other = database.ledger();
            Patience.until("something is committed", () -> other.head() > head);
            wire.cut();

            nobodyWasLiedTo(ledger, appends, told);
        }
    }

    @Test
    void callers_are_told_the_truth_while_backends_die_and_the_server_is_restarted()
            throws Exception {
        Ledger ledger = database.ledger();
        Set<UUID> before = Set.of(ledger.readAfter(0, 1).getFirst().commandId());
        try (Callers callers = Callers.start(ledger, 32, 7)) {
            for (int fault = 0; fault < FAULTS; fault++) {
                callers.awaitStored(100);
                owner(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where usename = 'test_app'");
            }
            callers.awaitStored(100);
            server.stop("immediate");
            server.start();
            callers.awaitStored(100);
            Testimony testimony = callers.stop();

            assertThat(testimony.against(ledger.readAfter(0, Integer.MAX_VALUE), before)).isEmpty();
            assertThat(testimony.stored()).isGreaterThan(100);
        }
    }

    /// Who has appended last when the writer of a process appends. After its own appends it inserts
    /// without asking what the database holds.
    enum Before {
        NOBODY,
        ITSELF,
        OTHERS
    }

    private Ledger ledger(Wire wire, Before before) {
        Ledger ledger = database.ledger(wire);
        if (before != Before.NOBODY) {
            append(ledger);
        }
        if (before == Before.OTHERS) {
            append(database.ledger());
            append(ledger);
        }
        return ledger;
    }

    private static void append(Ledger ledger) {
        assertThat(ledger.append(appends(1).getFirst())).isInstanceOf(Appended.class);
    }

    /// Whether what waits for a lock is an append that inserts without asking.
    private boolean isUnasked() throws SQLException {
        return number(
                        "select count(*) from pg_stat_activity where usename = 'test_app'"
                                + " and wait_event_type = 'Lock'"
                                + " and query not similar to '%ledger.(append|begin_term)%'")
                == 1;
    }

    private List<Future<AppendResult>> send(Ledger ledger, List<Append> appends) {
        return appends.stream().map(append -> threads.submit(() -> ledger.append(append))).toList();
    }

    /// Whatever each caller was told holds when the backends of the cut connections are gone, and
    /// sending again leaves each command in the ledger once.
    private void nobodyWasLiedTo(
            Ledger ledger, List<Append> appends, List<Future<AppendResult>> told) throws Exception {
        Ledger other = database.ledger();
        List<Append> denied = new ArrayList<>();
        for (int i = 0; i < appends.size(); i++) {
            if (isDenied(told.get(i), other)) {
                denied.add(appends.get(i));
            }
        }
        Patience.until(
                "the backends are done",
                () ->
                        number(
                                        "select count(*) from pg_stat_activity"
                                                + " where usename = 'test_app' and state <> 'idle'")
                                == 0);
        for (Append append : denied) {
            assertThat(other.command(append.commandId())).isEmpty();
        }
        for (Append append : appends) {
            assertThat(sendAgain(ledger, append)).isInstanceOfAny(Appended.class, Known.class);
            assertThat(other.command(append.commandId()).orElseThrow().events()).hasSize(1);
        }
        assertThat(Testimony.gaps(other.readAfter(0, Integer.MAX_VALUE))).isEmpty();
    }

    /// Connections that lay in the pool when all were cut fail at their next use.
    private static AppendResult sendAgain(Ledger ledger, Append append) {
        while (true) {
            try {
                return ledger.append(append);
            } catch (LedgerException.Unavailable e) {
                // Nothing was written.
            }
        }
    }

    /// Whether the caller was told that nothing was written. What it was told to be written is.
    private static boolean isDenied(Future<AppendResult> told, Ledger ledger) throws Exception {
        try {
            Appended appended = (Appended) told.get();
            assertThat(ledger.command(appended.command().commandId()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(appended.command());
            return false;
        } catch (ExecutionException e) {
            return switch ((LedgerException) Objects.requireNonNull(e.getCause())) {
                case LedgerException.Unavailable _ -> true;
                case LedgerException.OutcomeUnknown _ -> false;
            };
        }
    }

    private static List<Append> appends(int count) {
        return java.util.stream.Stream.generate(() -> Callers.append("own:" + UUID.randomUUID(), 0))
                .limit(count)
                .toList();
    }

    /// From now on what adds an event waits, when it commits, for whoever holds the lock.
    private void commitsWait() throws SQLException {
        owner(
                """
                create function public.wait_to_commit() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(%d);
                    return null;
                end $$;
                create constraint trigger wait_to_commit after insert on ledger.event
                    deferrable initially deferred
                    for each row execute function public.wait_to_commit();
                """
                        .formatted(COMMIT_LOCK));
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long waiting(long lock) throws SQLException {
        return number(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                        + " and (classid::bigint << 32) + objid::bigint = "
                        + lock);
    }

    private long number(String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// An advisory lock, held until closed.
    private final class Held implements AutoCloseable {
        private final long key;
        private final Connection connection;

        Held(long key) throws SQLException {
            this.key = key;
            this.connection = database.owner().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(" + key + ")");
            }
        }

        void awaitWaiting() throws Exception {
            Patience.until("an append waits for the lock", () -> waiting(key) > 0);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
