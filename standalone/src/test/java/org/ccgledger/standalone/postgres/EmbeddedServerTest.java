package org.ccgledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedServerTest {

    private static final long SOON = TimeUnit.SECONDS.toNanos(20);

    @TempDir static Path programs;

    @TempDir Path temporary;

    private interface Use {
        void with(DataFolder folder, EmbeddedServer running, ServerAddress server) throws Exception;
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        started((_, _, server) -> {
            Sql.run(server, "create table minutes (said text)");
            Sql.run(server, "insert into minutes values ('carried')");
        });
        started((_, _, server) ->
                assertThat(Sql.ask(server, "select said from minutes")).isEqualTo("carried"));
    }

    @Test
    void the_server_is_durable_and_listens_to_this_machine_alone() throws Exception {
        started((_, _, server) -> {
            assertThat(Sql.ask(server, "show fsync")).isEqualTo("on");
            assertThat(Sql.ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(Sql.ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(Sql.ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(Sql.ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Sql.ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.ask(server, "show unix_socket_directories")).isEmpty();
        });
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        started((folder, _, server) -> {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.jdbcUrl("postgres"), "postgres", "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
            Path file = SuperuserPassword.file(folder);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.toString()).doesNotContain(server.password());
            assertThat(
                            Sql.ask(
                                    server,
                                    "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        });
    }

    @Test
    void a_database_is_made_once() throws Exception {
        started((_, _, server) -> {
            String url = EmbeddedServer.database(server, "ledger");
            assertThat(EmbeddedServer.database(server, "ledger")).isEqualTo(url);
            Sql.connect(server, "ledger").close();
        });
    }

    @Test
    void closing_stops_the_server_and_may_be_repeated() throws Exception {
        try (DataFolder folder = openedWithPrograms()) {
            EmbeddedServer embedded = new EmbeddedServer(folder);
            embedded.close();
            ServerAddress server = embedded.start();
            embedded.close();
            embedded.close();
            assertThatThrownBy(() -> Sql.connect(server, "postgres"))
                    .isInstanceOf(SQLException.class);
            assertThat(folder.cluster().resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_server_left_by_a_killed_owner_is_taken_over_with_its_rows() throws Exception {
        openedWithPrograms().close();
        try (OtherProcess owner = OtherProcess.running(ServerOwner.class, data().toString())) {
            owner.awaitReady();
            owner.kill();
        }
        String left = Files.readAllLines(pidFile()).getFirst();
        assertThat(isRunning(left)).isTrue();
        started((_, _, server) -> {
            assertThat(isRunning(left)).isFalse();
            assertThat(Sql.ask(server, "select said from minutes")).isEqualTo("carried");
        });
    }

    @Test
    void a_server_that_was_killed_is_started_again_where_it_was() throws Exception {
        started((_, running, server) -> {
            Sql.run(server, "create table minutes (said text)");
            Sql.run(server, "insert into minutes values ('carried')");
            try (ServerWatch watch = new ServerWatch(running, pace(3), () -> {})) {
                watch.start();
                for (int kill = 0; kill < 2; kill++) {
                    String killed = killPostmaster();
                    awaitAnotherThan(killed);
                    Patience.until("it answers", () -> answers(server));
                    assertThat(Sql.ask(server, "select said from minutes")).isEqualTo("carried");
                }
                assertThat(watch.isWatching()).isTrue();
            }
        });
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void a_server_that_does_not_start_again_is_left_alone_in_the_end() throws Exception {
        started((folder, running, server) -> {
            CountDownLatch givenUp = new CountDownLatch(1);
            try (ServerWatch watch = new ServerWatch(running, pace(2), givenUp::countDown)) {
                watch.start();
                Files.writeString(
                        folder.cluster().resolve("postgresql.conf"), "no_such_setting = 1\n");
                killPostmaster();
                givenUp.await();
                Patience.until("it is left alone", () -> !watch.isWatching());
                assertThat(answers(server)).isFalse();
            }
        });
    }

    @Test
    void what_outlives_a_killed_server_is_ended_before_the_next_start() throws Exception {
        started((_, running, server) -> {
            try (Connection busy = Sql.connect(server, "postgres");
                    Statement statement = busy.createStatement()) {
                // Computes on, and would not notice.
                long pid = Long.parseLong(Sql.value(statement, "select pg_backend_pid()"));
                Thread computing =
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        statement.execute(
                                                "select count(*) from generate_series(1, 1000000000)");
                                    } catch (SQLException _) {
                                        // It is ended.
                                    }
                                });
                Patience.until(
                        "it computes",
                        () ->
                                Sql.ask(
                                                server,
                                                "select count(*) from pg_stat_activity where state = 'active' and pid = "
                                                        + pid)
                                        .equals("1"));
                killPostmaster();
                Patience.until("it has died", running::hasDied);
                running.startAgain();
                assertThat(isRunning(Long.toString(pid))).isFalse();
                assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
                computing.join();
            }
        });
    }

    @Test
    void a_pid_file_that_names_nobody_yet_is_left_and_the_server_taken_to_live() throws Exception {
        started((_, running, _) -> {
            Files.writeString(pidFile(), "");
            assertThat(running.hasDied()).isFalse();
            assertThat(pidFile()).exists();
        });
        started((_, _, server) -> assertThat(Sql.ask(server, "select 1")).isEqualTo("1"));
    }

    @Test
    void closing_does_not_wait_for_a_server_that_recovers() throws Exception {
        started((folder, _, _) -> recoverForLong(folder));
        try (DataFolder folder = openedWithPrograms();
                ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor()) {
            EmbeddedServer embedded = new EmbeddedServer(folder);
            Future<ServerAddress> start = starting.submit(embedded::start);
            awaitAnotherThan("");
            long begun = System.nanoTime();
            embedded.close();
            assertThat(System.nanoTime() - begun).isLessThan(SOON);
            assertThatThrownBy(start::get)
                    .hasCauseInstanceOf(ServerNotStarted.class)
                    .hasMessageContaining("interrupted");
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void closing_does_not_wait_for_a_server_that_recovers_when_it_is_started_again()
            throws Exception {
        AtomicLong begun = new AtomicLong();
        started((folder, running, _) -> {
            try (ServerWatch watch = new ServerWatch(running, pace(2), () -> {})) {
                recoverForLong(folder);
                watch.start();
                awaitAnotherThan(killPostmaster());
                begun.set(System.nanoTime());
            }
        });
        assertThat(System.nanoTime() - begun.get()).isLessThan(SOON);
        assertThat(pidFile()).doesNotExist();
    }

    /// From its next start on the server waits for its archive.
    private static void recoverForLong(DataFolder folder) throws IOException {
        Files.createFile(folder.cluster().resolve("recovery.signal"));
        Files.writeString(
                folder.cluster().resolve("postgresql.conf"), "restore_command = 'sleep 60'\n");
    }

    private static ServerWatch.Pace pace(int starts) {
        return new ServerWatch.Pace(
                Duration.ofMillis(10),
                Duration.ofMillis(10),
                Duration.ofMillis(20),
                starts,
                Duration.ofMinutes(1));
    }

    /// As `kill -9` of the server's first process.
    private String killPostmaster() throws IOException {
        String pid = postmaster();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        return pid;
    }

    private void awaitAnotherThan(String pid) throws Exception {
        Patience.until("another runs", () -> !List.of("", pid).contains(postmaster()));
    }

    /// The number of the server's first process; empty while none is named.
    private String postmaster() throws IOException {
        try {
            return Files.readString(pidFile()).lines().findFirst().orElse("");
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private static boolean answers(ServerAddress server) {
        try {
            return Sql.ask(server, "select 1").equals("1");
        } catch (SQLException _) {
            return false;
        }
    }

    @Test
    void a_stale_pid_file_is_no_obstacle_and_its_stranger_is_left_alone() throws Exception {
        started((_, _, _) -> {});
        Path elsewhere = temporary.resolve("elsewhere");
        try (OtherProcess stranger = OtherProcess.running(OtherOwner.class, elsewhere.toString())) {
            stranger.awaitReady();
            Files.writeString(pidFile(), stranger.pid() + "\n" + data() + "\n");
            started((_, _, server) -> assertThat(Sql.ask(server, "select 1")).isEqualTo("1"));
            assertThat(ProcessHandle.of(stranger.pid())).isPresent();
            stranger.kill();
            Files.writeString(pidFile(), stranger.pid() + "\n" + data() + "\n");
        }
        started((_, _, server) -> assertThat(Sql.ask(server, "select 1")).isEqualTo("1"));
    }

    @Test
    void data_whose_making_was_cut_off_is_made_anew() throws Exception {
        try (DataFolder folder = DataFolder.open(data())) {
            Path half = folder.path().resolve("postgres-unfinished-1");
            Files.createDirectories(half.resolve("base"));
            Files.writeString(half.resolve("PG_VERSION"), "18\n");
            Files.createDirectories(folder.privateFolder("binaries").resolve("unpacking-1/bin"));
            SuperuserPassword.generate(folder);
        }
        started((folder, _, server) -> {
            assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
            assertThat(folder.path().resolve("postgres-unfinished-1")).doesNotExist();
            assertThat(folder.path().resolve("binaries/unpacking-1")).doesNotExist();
        });
    }

    @Test
    void data_without_its_password_is_refused() throws Exception {
        started((folder, _, _) -> Files.delete(SuperuserPassword.file(folder)));
        assertThatThrownBy(() -> started((_, _, _) -> {}))
                .isInstanceOf(UnusableDataFolder.class)
                .hasMessageContaining("postgres-password: put it back from a backup, or");
    }

    @Test
    void a_server_that_fails_says_why_and_leaves_nothing_running() throws Exception {
        started((folder, _, _) ->
                Files.writeString(
                        folder.cluster().resolve("postgresql.conf"), "no_such_setting = 1\n"));
        assertThatThrownBy(() -> started((_, _, _) -> {}))
                .isInstanceOf(ServerNotStarted.class)
                .hasMessageContaining("pg_ctl start")
                .hasMessageContaining("--ccg.database.url")
                .message()
                .doesNotContain("\n");
        assertThat(pidFile()).doesNotExist();
    }

    /// With a space, which a path may have.
    private Path data() {
        return temporary.resolve("the data");
    }

    private Path pidFile() {
        return data().resolve("postgres/postmaster.pid");
    }

    /// A process that has ended and was not yet collected has no program any more.
    private static boolean isRunning(String pid) {
        return Files.exists(Path.of("/proc", pid, "exe"));
    }

    private void started(Use use) throws Exception {
        try (DataFolder folder = openedWithPrograms();
                EmbeddedServer embedded = new EmbeddedServer(folder)) {
            use.with(folder, embedded, embedded.start());
        }
    }

    /// The programs are unpacked once for all tests.
    private DataFolder openedWithPrograms() throws IOException {
        DataFolder folder = DataFolder.open(data());
        if (!Files.exists(folder.path().resolve("binaries"))) {
            Files.createSymbolicLink(folder.path().resolve("binaries"), programs);
        }
        return folder;
    }
}
