package org.ccgledger.command.handling;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lines before busy streams: who was overtaken waits for its turn there, and so does everybody who
/// comes while there is a line.
///
/// A line only saves attempts in this process, first come, first served. What is right is decided
/// at the append.
final class Lines {

    private static final long PATIENCE_SECONDS = 10;

    private final Map<String, Line> busy = new ConcurrentHashMap<>();

    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int people;
    }

    /// A turn, which is passed on when it is closed.
    record Turn(Lines lines, String stream, Line line) implements AutoCloseable {
        @Override
        public void close() {
            line.turn.release();
            lines.leave(stream);
        }
    }

    boolean isBusy(String stream) {
        return busy.containsKey(stream);
    }

    /// Waits for a turn, or gives up after ten seconds.
    Optional<Turn> join(String stream) {
        Line line =
                busy.compute(
                        stream,
                        (_, before) -> {
                            Line joined = before == null ? new Line() : before;
                            joined.people++;
                            return joined;
                        });
        try {
            if (line.turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of(new Turn(this, stream, line));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave(stream);
        return Optional.empty();
    }

    private void leave(String stream) {
        busy.computeIfPresent(stream, (_, line) -> --line.people == 0 ? null : line);
    }
}
