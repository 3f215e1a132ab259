package org.ccgledger.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The application in a process of its own, as a user starts it, with what it prints.
final class LedgerProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("CCG Ledger is ready: .*?(http://127\\.0\\.0\\.1:\\d+)/.*");

    private final Process process;
    private final BufferedReader output;
    private final List<String> printed = new ArrayList<>();
    private final String url;
    private final Caller caller;

    private LedgerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.url = await(READY).group(1);
        this.caller = new Caller(url);
    }

    /// Starts it on a free port and waits until it takes requests.
    static LedgerProcess start(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.ccgledger.standalone.CcgLedger",
                                "--server.port=0",
                                "--ccg.data-directory=" + folder));
        command.addAll(List.of(arguments));
        try {
            return new LedgerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
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
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                printed.add(line);
                Matcher matcher = pattern.matcher(line);
                if (matcher.matches()) {
                    return matcher;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(
                "It ended without printing " + pattern + "\n" + String.join("\n", printed));
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
