package org.ccgledger.command.handling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Slice;
import org.ccgledger.ledger.StoredEvent;

/// Streams as they were last read, so that a read fetches only what has come since.
///
/// What is recorded never changes, so nothing has to be thrown away; the head is that of the read
/// itself, so a decision on it is guarded as if all had been fetched.
final class Streams {

    private static final int MOST = 2_000;

    private final Ledger ledger;
    private final Map<String, List<Decoded>> recent =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Decoded>> eldest) {
                    return size() > MOST;
                }
            };

    Streams(Ledger ledger) {
        this.ledger = ledger;
    }

    /// An event of ours, and its position.
    record Decoded(long position, CcgEvent event) {
        static Decoded of(StoredEvent stored) {
            return new Decoded(
                    stored.position(),
                    EventJson.read(stored.type(), stored.schemaVersion(), stored.fact()));
        }
    }

    /// All of a stream, and the head of the snapshot in which its end was read.
    record Read(List<Decoded> events, long head) {}

    Read read(String stream) {
        List<Decoded> before = remembered(stream);
        Slice since = ledger.readStream(stream, before.size() + 1);
        if (since.events().isEmpty()) {
            return new Read(before, since.head());
        }
        List<Decoded> all = new ArrayList<>(before);
        since.events().forEach(event -> all.add(Decoded.of(event)));
        List<Decoded> read = List.copyOf(all);
        remember(stream, read);
        return new Read(read, since.head());
    }

    private synchronized List<Decoded> remembered(String stream) {
        return recent.getOrDefault(stream, List.of());
    }

    /// Of two readers the one that has seen more is remembered.
    private synchronized void remember(String stream, List<Decoded> read) {
        recent.merge(stream, read, (a, b) -> a.size() >= b.size() ? a : b);
    }
}
