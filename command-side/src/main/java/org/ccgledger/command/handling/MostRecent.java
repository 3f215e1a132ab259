package org.ccgledger.command.handling;

import java.util.LinkedHashMap;
import java.util.Map;

/// A memory of what was used lately, which forgets the rest.
final class MostRecent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    MostRecent() {
        super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
