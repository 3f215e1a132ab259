package org.ccgledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/// The embedded PostgreSQL could not be brought up, for a reason that is not the data folder's
/// shape.
public final class ServerNotStarted extends StartFailure {

    private static final String OTHERWISE =
            "or name a PostgreSQL of your own with --ccg.database.url.";

    ServerNotStarted(String sentence) {
        super(sentence);
    }

    ServerNotStarted(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static ServerNotStarted failed(String step, String output) {
        if (output.contains("cannot be run as root")
                || output.contains("execution of the PostgreSQL server is not permitted")) {
            return new ServerNotStarted(
                    "PostgreSQL does not run as root on this machine: start as another user, "
                            + OTHERWISE);
        }
        // Behind unshare a forbidden execution is a message, not an exception.
        if (output.contains("failed to execute")) {
            return notExecutable(lastLine(output), null);
        }
        return new ServerNotStarted(
                "The embedded PostgreSQL failed at \"%s\" (%s): mend that, %s"
                        .formatted(step, lastLine(output), OTHERWISE));
    }

    static ServerNotStarted notExecutable(String reason, @Nullable Throwable cause) {
        return new ServerNotStarted(
                "The embedded PostgreSQL cannot be executed (%s): put the data folder on a disk mounted without noexec, %s"
                        .formatted(reason, OTHERWISE),
                cause);
    }

    static ServerNotStarted noBinaries(String system, String machine) {
        return new ServerNotStarted(
                "There is no embedded PostgreSQL for %s on %s: start on Linux (x86_64 or aarch64), %s"
                        .formatted(system, machine, OTHERWISE));
    }

    /// PostgreSQL's own reason stands in its last line that is more than a hint.
    private static String lastLine(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line ->
                        line.contains("FATAL:")
                                || line.contains("ERROR:")
                                || line.contains("error:"))
                .reduce((_, later) -> later)
                .or(() ->
                        output.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .reduce((_, later) -> later))
                .orElse("it gave no reason");
    }
}
