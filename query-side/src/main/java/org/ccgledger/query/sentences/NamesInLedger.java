package org.ccgledger.query.sentences;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.Slice;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What groups were called at each position of the ledger.
///
/// The sentence of an event uses the names that stood before it and in it, never a later one, so it
/// stays the same however often it is made.
@Component
public final class NamesInLedger {

    private static final Set<String> NAMING =
            EventTypes.namesOf(
                    List.of(
                            CCGProposed.class,
                            CCGEstablished.class,
                            ReferenceCCGImported.class,
                            CCGMerged.class));

    private final ReadableLedger ledger;
    private final Map<CcgCode, NavigableMap<Long, String>> known = new ConcurrentHashMap<>();

    /// Up to where the names that are known of a code are all that it had.
    private volatile long head;

    public NamesInLedger(ReadableLedger ledger) {
        this.ledger = ledger;
    }

    /// The names as they stand once the event at this position is recorded.
    public GroupNames at(long position) {
        return GroupNames.of(code -> nameAt(position, code));
    }

    private @Nullable String nameAt(long position, CcgCode code) {
        NavigableMap<Long, String> names = position <= head ? known.get(code) : null;
        Map.Entry<Long, String> last =
                (names == null ? upTo(position, code) : names).floorEntry(position);
        return last == null ? null : last.getValue();
    }

    /// What is new is read once for all codes, the names before only of those that are asked for.
    private synchronized NavigableMap<Long, String> upTo(long position, CcgCode code) {
        if (known.isEmpty()) {
            head = ledger.head();
        } else if (position > head) {
            Slice news = ledger.readTypes(NAMING, head);
            news.events().stream()
                    .map(Named::of)
                    .flatMap(Optional::stream)
                    .forEach(named ->
                            known.computeIfPresent(named.code(), (_, names) -> named.addTo(names)));
            head = news.head();
        }
        return known.computeIfAbsent(code, this::all);
    }

    private NavigableMap<Long, String> all(CcgCode code) {
        NavigableMap<Long, String> names = new ConcurrentSkipListMap<>();
        ledger.readTag(Tag.code(code).value(), NAMING).events().stream()
                .map(Named::of)
                .flatMap(Optional::stream)
                .filter(named -> named.code().equals(code))
                .forEach(named -> named.addTo(names));
        return names;
    }

    /// A merger names the group that comes of it, and none of those that go.
    private record Named(long position, CcgCode code, String name) {

        /// Which name a later build recorded is not known.
        static Optional<Named> of(StoredEvent stored) {
            try {
                return Optional.of(
                        of(
                                stored,
                                EventJson.read(
                                        stored.type(), stored.schemaVersion(), stored.fact())));
            } catch (UnknownEventType _) {
                return Optional.empty();
            }
        }

        private static Named of(StoredEvent stored, CcgEvent event) {
            return switch (event) {
                case CCGProposed e -> new Named(stored.position(), e.ccg(), e.name());
                case CCGEstablished e -> new Named(stored.position(), e.ccg(), e.name());
                case ReferenceCCGImported e -> new Named(stored.position(), e.ccg(), e.name());
                case CCGMerged e -> new Named(stored.position(), e.to(), e.terms().name());
                default -> throw new IllegalArgumentException(stored.type());
            };
        }

        NavigableMap<Long, String> addTo(NavigableMap<Long, String> names) {
            names.put(position, name);
            return names;
        }
    }
}
