package org.ccgledger.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ccgledger.ledger.OwnPostgres;
import org.ccgledger.standalone.CcgLedger;
import org.ccgledger.standalone.postgres.EmbeddedServer;
import org.ccgledger.standalone.postgres.ServerAddress;
import org.postgresql.ds.PGSimpleDataSource;

/// The application in a process of its own, as a user starts it, with what it prints.
final class LedgerProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("CCG Ledger is ready: .*?(http://127\\.0\\.0\\.1:\\d+)/.*");

    private static final String STOPPED = "The scenario stopped";

    private final Process process;
    private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();
    private final List<String> printed = new ArrayList<>();
    private final String url;
    private final Caller caller;

    private LedgerProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::listen);
        this.url = await(READY).group(1);
        this.caller = new Caller(url);
    }

    /// Starts it on a free port and waits until it takes requests.
    static LedgerProcess start(Path folder, String... arguments) {
        return start(CcgLedger.class, folder, arguments);
    }

    /// Starts another program that is the application but for what it does to it.
    static LedgerProcess start(Class<?> program, Path folder, String... arguments) {
        return start(program, folder, Map.of(), arguments);
    }

    /// Starts it with settings from the environment, as secrets must be given.
    static LedgerProcess start(Path folder, Map<String, String> environment, String... arguments) {
        return start(CcgLedger.class, folder, environment, arguments);
    }

    /// The ledger's database on the server that a process runs on its data folder, as the owner
    /// sees it.
    static DataSource database(Path folder) {
        ServerAddress server = EmbeddedServer.serving(folder).orElseThrow();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl("ledger"));
        database.setUser(ServerAddress.USER);
        database.setPassword(server.password());
        return database;
    }

    /// Starts it on a server of a test's own, on which two empty databases are made for it, with
    /// nothing to play.
    ///
    /// @param keys the file of its keys, in a folder that does not exist yet
    static LedgerProcess startOn(OwnPostgres server, Path keys, String... arguments)
            throws IOException, SQLException {
        Files.createDirectory(
                keys.resolveSibling(""),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Connection owner = server.superuser("postgres").getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create database ledger");
            statement.execute("create database vault");
        }
        return start(
                keys.resolveSibling("unused"),
                Map.of("CCG_DATABASE_PASSWORD", "any"),
                Stream.concat(
                                Stream.of(
                                        "--ccg.scenario=none",
                                        "--ccg.keys.file=" + keys,
                                        "--ccg.database.url=" + server.url("ledger"),
                                        "--ccg.vault.url=" + server.url("vault"),
                                        "--ccg.database.user=" + OwnPostgres.USER),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static LedgerProcess start(
            Class<?> program, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName(),
                                "--server.port=0",
                                "--ccg.rate-limit.requests=0",
                                "--ccg.data-directory=" + folder));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return new LedgerProcess(process.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    /// Waits for a line that it prints.
    ///
    /// @throws AssertionError with all that it printed, if it ends before
    Matcher await(Pattern pattern) {
        try {
            for (Optional<String> line = output.take(); line.isPresent(); line = output.take()) {
                printed.add(line.get());
                Matcher matcher = pattern.matcher(line.get());
                if (matcher.matches()) {
                    return matcher;
                }
                if (line.get().contains(STOPPED)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it was printing", e);
        }
        throw new AssertionError(
                "It did not go on to print " + pattern + "\n" + String.join("\n", printed));
    }

    /// Takes what it prints at once, so that it never waits for a reader.
    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().map(Optional::of).forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // It was killed.
        }
        output.add(Optional.empty());
    }

    /// Somebody who speaks to it.
    Caller caller() {
        return caller;
    }

    /// As `kill -9` does; its database stays behind.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        caller.close();
    }

    /// As Ctrl-C does.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        caller.close();
    }
}
