package org.ccgledger.system.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccgledger.ledger.Testimony;
import org.ccgledger.ledger.Testimony.Sending;

/// A load under way in a process of its own, which outlives what it loads.
public final class LoadProcess implements AutoCloseable {

    private static final int CLIENTS = 8;

    private final Path notes;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader outcomes;

    private LoadProcess(Path notes, Process process) {
        this.notes = notes;
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(), true);
        this.outcomes = process.inputReader();
    }

    /// Starts it against the ledger at a URL.
    public static LoadProcess start(String url, long seed) {
        try {
            Path notes = Files.createTempDirectory("ccg-load-");
            LoadProcess load =
                    new LoadProcess(
                            notes,
                            new ProcessBuilder(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            Load.class.getName(),
                                            notes.toString(),
                                            Integer.toString(CLIENTS),
                                            Long.toString(seed))
                                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                                    .start());
            load.use(url);
            return load;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says where the ledger answers from now on.
    public void use(String url) {
        orders.println(url);
    }

    /// Returns when the clients have been given this many outcomes more.
    ///
    /// What they were given while nobody waited counts as well, so at a pipe's length of lines they
    /// wait too.
    public void awaitOutcomes(int more) throws IOException {
        for (int outcome = 0; outcome < more; outcome++) {
            readOutcome();
        }
    }

    /// Forgets the outcomes that were given so far.
    public void skipOutcomes() throws IOException {
        while (outcomes.ready()) {
            readOutcome();
        }
    }

    /// Ends the load, and waits until the clients know the outcome of whatever they did not let be.
    public void settle() throws Exception {
        orders.close();
        outcomes.lines().forEach(_ -> {});
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError("The load has failed");
        }
    }

    public Testimony testimony() throws IOException {
        Testimony testimony = new Testimony();
        for (List<Note> client : notes()) {
            Map<UUID, Note> sent = new HashMap<>();
            for (Note note : client) {
                if (note.status() == Note.SENT) {
                    sent.put(note.command(), note);
                } else {
                    testimony.add(
                            new Sending(
                                    note.command(),
                                    Objects.requireNonNull(sent.get(note.command())).at(),
                                    note.at(),
                                    note.told()));
                }
            }
        }
        return testimony;
    }

    /// Answers that nobody should get, whatever has failed.
    public List<String> unexpected() throws IOException {
        return notes().stream()
                .flatMap(List::stream)
                .filter(Note::isUnexpected)
                .map(Note::toString)
                .toList();
    }

    private List<List<Note>> notes() throws IOException {
        List<List<Note>> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(notes)) {
            for (Path file : files.toList()) {
                all.add(Files.readAllLines(file).stream().map(Note::parse).toList());
            }
        }
        return all;
    }

    private void readOutcome() throws IOException {
        if (outcomes.readLine() == null) {
            throw new AssertionError("The load has ended");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try (Stream<Path> files = Files.list(notes)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(notes);
    }
}
