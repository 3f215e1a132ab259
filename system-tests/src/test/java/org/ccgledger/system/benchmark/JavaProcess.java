package org.ccgledger.system.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program of ours in a process of its own, with what it prints.
final class JavaProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final List<String> printed = new ArrayList<>();

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    /// @param options of the virtual machine
    static JavaProcess start(String mainClass, List<String> options, String... arguments) {
        return start(mainClass, options, Map.of(), arguments);
    }

    /// @param environment what is not to be seen on a command line
    static JavaProcess start(
            String mainClass,
            List<String> options,
            Map<String, String> environment,
            String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(Arrays.asList(arguments));
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return new JavaProcess(process.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for a line that it prints.
    ///
    /// @throws IllegalStateException with all that it printed, if it ends before
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
        throw new IllegalStateException(
                "It ended without printing " + pattern + "\n" + String.join("\n", printed));
    }

    /// Gives it a line to read.
    void say(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How long processors have worked for it, in microseconds.
    long processorMicros() {
        return process.toHandle().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
                / 1000;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
