package org.ccgledger.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ccgledger.standalone.CcgLedger;
import org.ccgledger.verifier.CcgVerify;

/// A subcommand that was run in a process of its own, and has ended.
record Ended(int status, String output, String errors) {

    /// Runs the command line with some arguments until it ends.
    static Ended after(String... arguments) throws IOException, InterruptedException {
        return with(Map.of(), arguments);
    }

    /// Runs it with variables in its environment.
    static Ended with(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return of(environment, System.getProperty("java.class.path"), CcgLedger.class, arguments);
    }

    /// Runs the offline verifier, which finds nothing but its own classes.
    static Ended ofVerifier(String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        Path classes =
                Path.of(
                        CcgVerify.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        return of(Map.of(), classes.toString(), CcgVerify.class, arguments);
    }

    /// Runs it until it prints a line, and stops it there, as Ctrl-C does or as `kill -9`.
    static Ended stoppedAt(
            Pattern line, boolean forcibly, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("errors", "");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    command(
                                            System.getProperty("java.class.path"),
                                            CcgLedger.class,
                                            arguments))
                            .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            StringBuilder output = new StringBuilder();
            try (BufferedReader lines = process.inputReader()) {
                boolean isStopped = false;
                for (String one = lines.readLine(); one != null; one = lines.readLine()) {
                    output.append(one).append('\n');
                    if (!isStopped && line.matcher(one).find()) {
                        isStopped = true;
                        if (forcibly) {
                            process.toHandle().destroyForcibly();
                        } else {
                            process.toHandle().destroy();
                        }
                    }
                }
            }
            return new Ended(process.waitFor(), output.toString(), Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    private static List<String> command(String classes, Class<?> program, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes,
                                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs a program that finds nothing but some classes.
    static Ended of(
            Map<String, String> environment, String classes, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", "");
        Path errors = Files.createTempFile("errors", "");
        try {
            ProcessBuilder process =
                    new ProcessBuilder(command(classes, program, arguments))
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile());
            process.environment().putAll(environment);
            int status = process.start().waitFor();
            return new Ended(status, Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
