package org.ccgledger.standalone;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is looked at once a second at most, however many ask, and no sooner again than the look
/// took. They are told what was found, or that the look failed.
final class Glance<T> implements Supplier<T> {

    private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> look;
    private @Nullable Supplier<T> found;
    private long foundAt;
    private long goodNanos;

    Glance(Supplier<T> look) {
        this.look = look;
    }

    @Override
    public T get() {
        return found().get();
    }

    private synchronized Supplier<T> found() {
        Supplier<T> last = found;
        long begun = System.nanoTime();
        if (last == null || begun - foundAt > goodNanos) {
            last = look();
            found = last;
            foundAt = System.nanoTime();
            goodNanos = Math.max(GOOD_NANOS, foundAt - begun);
        }
        return last;
    }

    private Supplier<T> look() {
        try {
            T seen = look.get();
            return () -> seen;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }
}
