package org.ccgledger.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// The machine on which it is measured.
final class Machine {

    private static final int PAGE = 8192;

    private Machine() {}

    /// Runnable threads of the whole machine, averaged over the last minute.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// How often a page can be written and forced to the disk of a folder, a second.
    static Sample flushes(Path folder, Duration time) {
        Path file = folder.resolve("flushes");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            long start = System.nanoTime();
            long end = start + time.toNanos();
            long flushes = 0;
            while (System.nanoTime() < end) {
                channel.write(page.clear(), flushes % 100 * PAGE);
                channel.force(false);
                flushes++;
            }
            return Sample.of(flushes * 1e9 / (System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
