package org.ccgledger.system.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// How long the machine's processors have worked for us. Unlike throughput it hardly depends on
/// what else the machine does.
final class Processors {

    /// Of `/proc/…/stat`; a hundred a second on every Linux.
    private static final long TICK_MICROS = 10_000;

    private static final int PARENT = 1;
    private static final int OWN = 11;
    private static final int REAPED = 13;

    private final String postmaster;

    /// @param postmaster the process id of the PostgreSQL that is looked at
    Processors(long postmaster) {
        this.postmaster = Long.toString(postmaster);
    }

    /// Microseconds of this process.
    static long ofThisProcess() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1000;
    }

    /// Microseconds of PostgreSQL, with the servers of connections that were closed.
    long ofPostgres() {
        long ticks = 0;
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String[] stat = stat(process).orElse(new String[0]);
                if (process.endsWith(postmaster)) {
                    ticks += ticks(stat, OWN) + ticks(stat, REAPED);
                } else if (stat.length > 0 && stat[PARENT].equals(postmaster)) {
                    ticks += ticks(stat, OWN);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks * TICK_MICROS;
    }

    /// Ticks for the program and ticks for the system on its behalf.
    private static long ticks(String[] stat, int at) {
        return Long.parseLong(stat[at]) + Long.parseLong(stat[at + 1]);
    }

    /// What stands behind the name, or nothing if the process has ended meanwhile.
    private static Optional<String[]> stat(Path process) throws IOException {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.exists(process)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
