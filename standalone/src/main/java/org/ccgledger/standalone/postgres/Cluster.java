package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.standalone.postgres.PostgresBinaries.Outcome;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL's data in the folder, and the server that runs on it.
final class Cluster {

    static final String HOST = "127.0.0.1";

    private static final int TRIES = 3;
    private static final String UNFINISHED = "postgres-unfinished-";

    /// `pg_ctl` hands these to a shell, so none may need quoting.
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=" + HOST,
                    // Other users of the machine could reach a socket, and its path has a length
                    // limit.
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    // A segment of the log may hold a key that was destroyed since: it is deleted
                    // when it is done with, and not kept to be written over.
                    "wal_recycle=off",
                    "max_connections=100",
                    "shared_buffers=128MB",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "logging_collector=on",
                    "log_filename=postgresql-%a.log",
                    "log_rotation_age=1d",
                    "log_truncate_on_rotation=on");

    private final DataFolder folder;
    private final Path data;
    private final PostgresBinaries binaries;

    Cluster(DataFolder folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.data = folder.cluster();
        this.binaries = binaries;
    }

    boolean exists() {
        return Files.isRegularFile(data.resolve("PG_VERSION"));
    }

    /// Makes the data aside and moves it into place in one step, so that what stands in place is
    /// complete. Leftovers of a making that was cut off are cleared away.
    void make(Path passwordFile) throws IOException {
        clearUnfinished();
        Path unfinished = Files.createTempDirectory(folder.path(), UNFINISHED);
        Outcome made =
                binaries.run(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + ServerAddress.USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order of text on every machine.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums");
        if (!made.succeeded()) {
            throw ServerNotStarted.failed("initdb", made.output());
        }
        try {
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException _) {
            throw UnusableDataFolder.incomplete(folder.path(), data.resolve("PG_VERSION"));
        }
    }

    /// Starts the server on a free port and waits until it takes connections; returns the port.
    int start() throws IOException {
        Path log = folder.privateFolder("postgres-log");
        Path startLog = log.resolve("start.log");
        String said = "";
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            Files.deleteIfExists(startLog);
            // pg_ctl gives the server a session of its own: a Ctrl-C at the terminal reaches this
            // process alone, which stops the server last.
            Outcome started =
                    binaries.run(
                            "pg_ctl",
                            "--pgdata=" + data,
                            "--log=" + startLog,
                            "--wait",
                            "--timeout=600",
                            "--options=-p " + port + " " + options(log),
                            "start");
            if (started.succeeded()) {
                return port;
            }
            said = started.output() + "\n" + logged(log);
            stop();
            // Somebody was quicker to take the port.
            if (!said.contains("Address already in use")) {
                break;
            }
        }
        throw ServerNotStarted.failed("pg_ctl start", said);
    }

    /// Stops the server if one runs on this data, and waits until it is gone.
    ///
    /// `pg_ctl stop` signals whatever process has the number in `postmaster.pid`. After a crash
    /// that may be a stranger, so the process is looked at first.
    void stop() throws IOException {
        Optional<Path> named = processNamedByPidFile();
        if (named.isEmpty()) {
            return;
        }
        Path process = named.get();
        if (!servesThisData(process)) {
            // PostgreSQL itself would take the stranger for its predecessor, and not start.
            Files.deleteIfExists(pidFile());
            return;
        }
        for (String mode : List.of("fast", "immediate")) {
            Outcome stopped =
                    binaries.run(
                            "pg_ctl",
                            "--pgdata=" + data,
                            "--mode=" + mode,
                            "--wait",
                            "--timeout=60",
                            "stop");
            if (stopped.succeeded() || !servesThisData(process)) {
                return;
            }
        }
        throw UnusableDataFolder.inUse(folder.path(), process.getFileName().toString());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    /// Empty if nothing has the number any more; the file then is PostgreSQL's to judge, which also
    /// looks for children that outlived their parent.
    private Optional<Path> processNamedByPidFile() throws IOException {
        if (!Files.isRegularFile(pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile()).lines().findFirst().orElse("").strip();
        if (!pid.matches("\\d+")) {
            Files.delete(pidFile());
            return Optional.empty();
        }
        return Optional.of(Path.of("/proc", pid)).filter(Files::exists);
    }

    private boolean servesThisData(Path process) {
        try {
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            return program.getFileName().toString().startsWith("postgres")
                    && Files.isSameFile(process.resolve("cwd"), data);
        } catch (IOException _) {
            return false;
        }
    }

    private void clearUnfinished() throws IOException {
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }

    private static String options(Path log) {
        return Stream.concat(SETTINGS.stream(), Stream.of("log_directory=../" + log.getFileName()))
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    /// The newest of what the server said before and after it took to its own log.
    private static String logged(Path log) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(log)) {
            for (Path file :
                    files.sorted(Comparator.comparingLong(f -> f.toFile().lastModified()))
                            .toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return all.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }
}
