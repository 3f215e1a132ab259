package org.ccgledger.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.events.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who was refused, and who read what is about persons: lines of JSON in files of bounded size,
/// which only their owner can read.
///
/// Not a table: refusals must be recorded while the database is down, and somebody who causes them
/// by the million must not write to where decisions are kept. A thread of its own writes; what
/// comes faster than it can write is counted, and the count is written.
public final class AccessLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int WAITING = 10_000;
    private static final int FILES = 10;

    private final Path file;
    private final long largest;
    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer;
    private OutputStream out;
    private long size;

    /// What is to be written, or that it is all.
    private sealed interface Line {
        record Entry(Map<String, Object> fields) implements Line {}

        record End() implements Line {}
    }

    private AccessLog(Path file, long largest) throws IOException {
        this.file = file;
        this.largest = largest;
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.out = open();
        this.writer = Thread.ofPlatform().daemon().name("access-log").start(this::write);
    }

    /// Goes on with a file, or begins it. When it is full it becomes `….1`, that one `….2`, and the
    /// tenth is forgotten.
    ///
    /// @param largest bytes of one file
    public static AccessLog in(Path file, long largest) {
        try {
            return new AccessLog(file, largest);
        } catch (IOException e) {
            throw new UncheckedIOException("The access log cannot be written: " + file, e);
        }
    }

    /// Takes note, without waiting.
    void record(Map<String, Object> entry) {
        if (!queue.offer(new Line.Entry(new LinkedHashMap<>(entry)))) {
            lost.incrementAndGet();
        }
    }

    private void write() {
        List<Line> lines = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            try {
                lines.add(queue.take());
                queue.drainTo(lines);
                for (Line line : lines) {
                    switch (line) {
                        case Line.Entry(var fields) -> append(fields);
                        case Line.End() -> ended = true;
                    }
                }
                long uncounted = lost.getAndSet(0);
                if (uncounted > 0) {
                    append(Map.of("lost", uncounted));
                }
                out.flush();
            } catch (IOException e) {
                LOG.error("The access log cannot be written: {}", file, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
            }
            lines.clear();
        }
    }

    private void append(Map<String, Object> fields) throws IOException {
        byte[] json = EventJson.MAPPER.writeValueAsBytes(fields);
        if (size > 0 && size + json.length + 1 > largest) {
            out.close();
            for (int number = FILES - 1; number > 1; number--) {
                move(numbered(number - 1), numbered(number));
            }
            move(file, numbered(1));
            out = open();
        }
        out.write(json);
        out.write('\n');
        size += json.length + 1;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // There are not so many yet.
        }
    }

    private OutputStream open() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        size = Files.size(file);
        return new java.io.BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.APPEND));
    }

    /// Writes what is left.
    @Override
    public void close() {
        try {
            queue.put(new Line.End());
            writer.join();
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The access log cannot be closed: {}", file, e);
        }
    }
}
