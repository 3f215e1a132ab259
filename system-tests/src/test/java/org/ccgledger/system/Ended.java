package org.ccgledger.system;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /// Runs a program that finds nothing but some classes.
    static Ended of(
            Map<String, String> environment, String classes, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes,
                                program.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("output", "");
        Path errors = Files.createTempFile("errors", "");
        try {
            ProcessBuilder process =
                    new ProcessBuilder(command)
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
