package org.ccgledger.query.sentences;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
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
    private final Map<CcgCode, Known> known = new ConcurrentHashMap<>();

    public NamesInLedger(ReadableLedger ledger) {
        this.ledger = ledger;
    }

    /// The names as they stand once the event at this position is recorded.
    public GroupNames at(long position) {
        return GroupNames.of(code -> upTo(position, code).at(position));
    }

    private Known upTo(long position, CcgCode code) {
        Known before = known.get(code);
        if (before != null && before.head() >= position) {
            return before;
        }
        Slice slice = ledger.readTag(Tag.code(code).value(), NAMING);
        Known now =
                new Known(
                        slice.head(),
                        slice.events().stream()
                                .flatMap(stored -> Named.of(stored, code).stream())
                                .toList());
        known.put(code, now);
        return now;
    }

    private record Named(long position, String name) {

        /// A merger names the group that comes of it, and none of those that go.
        static Optional<Named> of(StoredEvent stored, CcgCode code) {
            CcgEvent event = EventJson.read(stored.type(), stored.schemaVersion(), stored.fact());
            Optional<String> name =
                    switch (event) {
                        case CCGProposed e -> Optional.of(e.name());
                        case CCGEstablished e -> Optional.of(e.name());
                        case ReferenceCCGImported e -> Optional.of(e.name());
                        case CCGMerged e ->
                                e.to().equals(code)
                                        ? Optional.of(e.terms().name())
                                        : Optional.empty();
                        default -> throw new IllegalArgumentException(stored.type());
                    };
            return name.map(text -> new Named(stored.position(), text));
        }
    }

    /// All names of a code up to the ledger's head at the time.
    private record Known(long head, List<Named> names) {

        @Nullable String at(long position) {
            String name = null;
            for (Named named : names) {
                if (named.position() <= position) {
                    name = named.name();
                }
            }
            return name;
        }
    }
}
