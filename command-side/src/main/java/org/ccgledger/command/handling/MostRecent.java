package org.ccgledger.command.handling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A memory of what was used lately, which forgets the rest. Safe for use by many threads.
///
/// Its lock is none of the virtual machine's: a virtual thread that waits for one of those is woken
/// by a thread of the platform, which all others then wait for as well.
final class MostRecent<K, V> {

    private static final int MOST = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<K, V> values =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > MOST;
                }
            };

    @Nullable V get(K key) {
        lock.lock();
        try {
            return values.get(key);
        } finally {
            lock.unlock();
        }
    }

    /// Puts another value in the place of the one that is remembered; null stands for none. Nobody
    /// else can change it meanwhile, so it must not take long.
    void replace(K key, UnaryOperator<@Nullable V> change) {
        lock.lock();
        try {
            values.compute(key, (_, before) -> change.apply(before));
        } finally {
            lock.unlock();
        }
    }
}
