package org.ccgledger.ledger;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL of a test's own, to be stopped, killed and started again, always on the same port.
///
/// Durable as far as processes go, unless a setting says more: a commit is with the operating
/// system when it is answered.
public final class OwnPostgres implements TestDatabase.Server, AutoCloseable {

    /// The superuser. Any password is right.
    public static final String USER = "postgres";

    /// Below the ports that the system gives to clients, one of whom could else take the server's
    /// while that is down.
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    private final Path programs = TestDatabase.programs();
    private final Path folder;
    private final Path data;
    private final int port = freePort();
    private final List<String> settings;
    private @Nullable Process postmaster;

    private OwnPostgres(Path folder, List<String> settings) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.settings = settings;
    }

    /// Makes a cluster and starts it.
    ///
    /// @param settings such as `wal_writer_delay=10s`
    public static OwnPostgres create(String... settings) {
        try {
            return create(Files.createTempDirectory("own-postgres-"), settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Makes a cluster in a folder, and starts it.
    ///
    /// @param folder is made, and deleted with it
    /// @param settings such as `wal_writer_delay=10s`
    public static OwnPostgres create(Path folder, String... settings) {
        try {
            OwnPostgres postgres =
                    new OwnPostgres(
                            Files.createDirectories(folder).toRealPath(), List.of(settings));
            postgres.run(
                    "initdb",
                    "--pgdata=" + postgres.data,
                    "--username=" + USER,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-sync");
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Starts it again after it was stopped or killed, and waits until it takes connections.
    public void start() {
        List<String> command =
                command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=200");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("log").toFile()))
                            .start();
            postmaster = started;
            Patience.until(
                    "the server takes connections",
                    () -> {
                        if (!started.isAlive()) {
                            throw new AssertionError(Files.readString(folder.resolve("log")));
                        }
                        return takesConnections();
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of the process that starts all others.
    public long pid() {
        return Objects.requireNonNull(postmaster).pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public DataSource superuser(String database) {
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl(url(database));
        superuser.setUser(USER);
        return superuser;
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /// As `kill -9` of every process that works on the data; the postmaster first, so that it
    /// starts none anew.
    public void kill() {
        try {
            Objects.requireNonNull(postmaster).destroyForcibly().waitFor();
            Patience.until(
                    "all of its processes are gone",
                    () -> {
                        List<ProcessHandle> left =
                                ProcessHandle.allProcesses().filter(this::worksOnTheData).toList();
                        left.forEach(ProcessHandle::destroyForcibly);
                        return left.isEmpty();
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// As `kill -9` of one of its processes; the others then begin anew by themselves.
    ///
    /// @param backendType as `pg_stat_activity` has it
    public void kill(String backendType) throws SQLException {
        try (Connection connection = superuser("postgres").getConnection();
                var statement =
                        connection.prepareStatement(
                                "select pid from pg_stat_activity where backend_type = ? and pid <> pg_backend_pid()")) {
            statement.setString(1, backendType);
            var row = statement.executeQuery();
            if (!row.next()) {
                throw new IllegalStateException("There is no " + backendType);
            }
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    /// Stops it as `pg_ctl` does.
    ///
    /// @param mode `fast`, or `immediate` to leave it to the next start to recover
    public void stop(String mode) throws InterruptedException {
        pgCtl(mode);
        Objects.requireNonNull(postmaster).waitFor();
    }

    private void pgCtl(String mode) {
        run("pg_ctl", "--pgdata=" + data, "--mode=" + mode, "--wait", "stop");
    }

    @Override
    public void close() throws IOException {
        if (Objects.requireNonNull(postmaster).isAlive()) {
            pgCtl("immediate");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean takesConnections() {
        try (Connection connection = superuser("postgres").getConnection()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean worksOnTheData(ProcessHandle process) {
        Path of = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(of.resolve("cwd")).equals(data)
                    && Files.readSymbolicLink(of.resolve("exe")).startsWith(programs);
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String program, String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(command(program, arguments))
                            .redirectErrorStream(true)
                            .start();
            String output = String.join("\n", process.inputReader().readAllLines());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + ": " + output);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// PostgreSQL refuses to be root; in a user namespace of its own it is not.
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody has it.
            }
        }
    }
}
