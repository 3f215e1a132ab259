package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.standalone.postgres.PostgresBinaries.Outcome;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL's data in the folder, and the server that runs on it.
final class Cluster {

    static final String HOST = "127.0.0.1";

    private static final int TRIES = 3;
    private static final String START = "pg_ctl start";

    /// Below the ports that the system gives to clients, one of whom could else take the server's
    /// while that is down.
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final int PORTS = 1_000;

    /// As good as no limit: a server that recovers is not stopped for being slow, and one that ends
    /// is noticed at once. Whoever closes interrupts the wait.
    private static final long START_SECONDS = TimeUnit.DAYS.toSeconds(365);

    private static final long ORPHAN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
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
        int port = freePort();
        Optional<String> failure = failureToStart(port);
        // Somebody was quicker to take the port.
        for (int i = 1; i < TRIES && failure.filter(Cluster::isOfThePort).isPresent(); i++) {
            port = freePort();
            failure = failureToStart(port);
        }
        if (failure.isPresent()) {
            throw ServerNotStarted.failed(START, failure.get());
        }
        return port;
    }

    /// Starts the server again where those who use it look for it, and waits until it takes
    /// connections. What is left of the one before is ended first.
    void startAgain(int port) throws IOException {
        stop();
        Optional<String> failure = failureToStart(port);
        if (failure.isPresent()) {
            throw ServerNotStarted.failed(START, failure.get());
        }
    }

    private static boolean isOfThePort(String failure) {
        return failure.contains("Address already in use");
    }

    /// Nothing if it has started.
    private Optional<String> failureToStart(int port) throws IOException {
        Path log = folder.privateFolder("postgres-log");
        Path startLog = log.resolve("start.log");
        Files.deleteIfExists(startLog);
        // pg_ctl gives the server a session of its own: a Ctrl-C at the terminal reaches this
        // process alone, which stops the server last.
        Outcome started =
                binaries.run(
                        "pg_ctl",
                        "--pgdata=" + data,
                        "--log=" + startLog,
                        "--wait",
                        "--timeout=" + START_SECONDS,
                        "--options=-p " + port + " " + options(log),
                        "start");
        if (started.succeeded()) {
            return Optional.empty();
        }
        String said = started.output() + "\n" + logged(log);
        stop();
        return Optional.of(said);
    }

    /// Whether the server's first process lives, by which it stands and falls. While its file names
    /// none, any other of its processes tells; the file is not touched, for a server that misses it
    /// shuts down.
    boolean isServing() throws IOException {
        Optional<String> named = namedByPidFile();
        if (named.isPresent() && !isNumber(named.get())) {
            return !servers().isEmpty();
        }
        return named.map(Cluster::proc).filter(this::servesThisData).isPresent();
    }

    /// Stops the server if one runs on this data, and waits until it is gone.
    ///
    /// `pg_ctl stop` signals whatever process has the number in `postmaster.pid`. After a crash
    /// that may be a stranger, so the process is looked at first.
    void stop() throws IOException {
        Optional<String> named = namedByPidFile();
        Optional<Path> server = named.map(Cluster::proc).filter(this::servesThisData);
        if (server.isEmpty()) {
            endOrphans();
            if (named.isPresent() && !isOfNobody(named.get())) {
                // PostgreSQL itself would take a stranger for its predecessor, and could not read
                // what is no number: it would not start.
                Files.deleteIfExists(pidFile());
            }
            return;
        }
        Path process = server.get();
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

    /// Ends what outlived the server's first process. None of it is of use any more, and a server
    /// beside it would spoil the data.
    private void endOrphans() {
        List<ProcessHandle> orphans = servers();
        orphans.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + ORPHAN_NANOS;
        for (ProcessHandle orphan : orphans) {
            while (servesThisData(proc(orphan))) {
                if (System.nanoTime() > deadline) {
                    throw UnusableDataFolder.inUse(folder.path(), Long.toString(orphan.pid()));
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /// Every process of a server on this data.
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> servesThisData(proc(process)))
                .toList();
    }

    private static Path proc(ProcessHandle process) {
        return proc(Long.toString(process.pid()));
    }

    private static Path proc(String pid) {
        return Path.of("/proc", pid);
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    /// What stands where the number of the server's first process should; nothing without the file.
    private Optional<String> namedByPidFile() throws IOException {
        try {
            return Optional.of(Files.readString(pidFile()).lines().findFirst().orElse("").strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String named) {
        return named.matches("\\d+");
    }

    /// The file then is PostgreSQL's to judge, which also looks for children that outlived their
    /// parent.
    private static boolean isOfNobody(String named) {
        return isNumber(named) && !Files.exists(proc(named));
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
        for (int i = 0; i < PORTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // Somebody has it.
            }
        }
        throw new BindException(
                "No port between %d and %d is free".formatted(LOWEST_PORT, HIGHEST_PORT));
    }
}
