package org.ccgledger.command.handling;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// An immutable list that the longer one which is made of it shares its elements with, so that a
/// history grows by an event without being copied. Safe for use by many threads.
final class GrowingList<T> extends AbstractList<T> implements RandomAccess {

    private final Store store;
    private final Object[] elements;
    private final int size;

    /// Holds the elements of the longest of the lists that share it.
    private static final class Store {
        private final Lock lock = new ReentrantLock();
        private Object[] elements;
        private int size;

        Store(Object[] elements) {
            this.elements = elements;
            this.size = elements.length;
        }
    }

    private GrowingList(Store store, Object[] elements, int size) {
        this.store = store;
        this.elements = elements;
        this.size = size;
    }

    static <T> GrowingList<T> of(List<T> elements) {
        Store store = new Store(elements.toArray());
        return new GrowingList<>(store, store.elements, store.size);
    }

    /// This list with more at its end. Only the longest of those that share their elements can grow
    /// in place; of any other a copy is made.
    GrowingList<T> with(List<T> more) {
        store.lock.lock();
        try {
            if (store.size > size) {
                return of(this).with(more);
            }
            int grown = size + more.size();
            if (grown > store.elements.length) {
                store.elements = Arrays.copyOf(store.elements, Math.max(grown, 2 * size));
            }
            for (int i = size; i < grown; i++) {
                store.elements[i] = more.get(i - size);
            }
            store.size = grown;
            return new GrowingList<>(store, store.elements, grown);
        } finally {
            store.lock.unlock();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // Nothing else is put in.
    public T get(int index) {
        return (T) elements[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
