package org.ccgledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedServerTest {

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
            try (ServerWatch watch = new ServerWatch(running, pace(3))) {
                watch.start();
                for (int kill = 0; kill < 2; kill++) {
                    String killed = killPostmaster();
                    awaitThat(() ->
                            Files.exists(pidFile())
                                    && !Files.readAllLines(pidFile()).getFirst().equals(killed));
                    awaitThat(() -> answers(server));
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
            try (ServerWatch watch = new ServerWatch(running, pace(2))) {
                watch.start();
                Files.writeString(
                        folder.cluster().resolve("postgresql.conf"), "no_such_setting = 1\n");
                killPostmaster();
                awaitThat(() -> !watch.isWatching());
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
                awaitThat(() ->
                        Sql.ask(
                                        server,
                                        "select count(*) from pg_stat_activity where state = 'active' and pid = "
                                                + pid)
                                .equals("1"));
                killPostmaster();
                awaitThat(running::hasDied);
                running.startAgain();
                assertThat(isRunning(Long.toString(pid))).isFalse();
                assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
                computing.join();
            }
        });
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
        String pid = Files.readAllLines(pidFile()).getFirst();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        return pid;
    }

    private static boolean answers(ServerAddress server) {
        try {
            return Sql.ask(server, "select 1").equals("1");
        } catch (SQLException _) {
            return false;
        }
    }

    private static void awaitThat(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
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
