package org.ccgledger.events;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Reads events of every version that the ledger may hold: those that are written today, and
/// earlier ones, which upcasters make into these step by step.
public final class EventReader {

    private final Map<Version, Reading> readings = new HashMap<>();

    private record Version(String name, int number) {}

    private record Reading(EventType type, List<Upcaster> steps) {}

    /// @param types that are written today
    /// @param upcasters from earlier versions
    /// @throws IllegalArgumentException if a version would be read in two ways, or an upcaster
    ///   leads to no version that is read
    public EventReader(Collection<EventType> types, Collection<Upcaster> upcasters) {
        types.forEach(type -> add(type, List.of()));
        upcasters.stream()
                .sorted(Comparator.comparingInt(Upcaster::version).reversed())
                .forEach(this::add);
    }

    private void add(Upcaster upcaster) {
        Reading next = readings.get(new Version(upcaster.name(), upcaster.version() + 1));
        if (next == null) {
            throw new IllegalArgumentException(
                    "Nothing reads what the upcaster of %s makes of version %d"
                            .formatted(upcaster.name(), upcaster.version()));
        }
        add(
                new EventType(
                        upcaster.name(), upcaster.version(), next.type.fact(), next.type.carrier()),
                Stream.concat(Stream.of(upcaster), next.steps.stream()).toList());
    }

    private void add(EventType type, List<Upcaster> steps) {
        if (readings.put(new Version(type.name(), type.version()), new Reading(type, steps))
                != null) {
            throw new IllegalArgumentException(
                    "Version %d of %s would be read in two ways"
                            .formatted(type.version(), type.name()));
        }
    }

    /// All versions of events that are read, each with the class that carries it today.
    public List<EventType> types() {
        return readings.values().stream().map(Reading::type).toList();
    }

    /// The event of that name in that version.
    ///
    /// @throws UnknownEventType if this build knows no such event; a reader parks it
    public EventType type(String name, int version) {
        return reading(name, version).type;
    }

    /// What the ledger holds as an event of that name in that version.
    ///
    /// @throws UnknownEventType if this build knows no such event; a reader parks it
    public CcgEvent read(String name, int version, byte[] fact) {
        Reading reading = reading(name, version);
        if (reading.steps.isEmpty()) {
            return EventJson.MAPPER.readValue(fact, reading.type.carrier());
        }
        return EventJson.MAPPER.treeToValue(tree(reading, fact), reading.type.carrier());
    }

    /// The same as the JSON that would be written of it today.
    ///
    /// @throws UnknownEventType if this build knows no such event
    public ObjectNode tree(String name, int version, byte[] fact) {
        return tree(reading(name, version), fact);
    }

    private static ObjectNode tree(Reading reading, byte[] fact) {
        ObjectNode tree = EventJson.MAPPER.readValue(fact, ObjectNode.class);
        for (Upcaster step : reading.steps) {
            tree = step.next().apply(tree);
        }
        return tree;
    }

    private Reading reading(String name, int version) {
        Reading reading = readings.get(new Version(name, version));
        if (reading == null) {
            throw new UnknownEventType(name, version);
        }
        return reading;
    }

    /// The ledger holds an event that this build cannot read.
    public static final class UnknownEventType extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownEventType(String name, int version) {
            super("No event is named " + name + " in version " + version + " in this build");
        }
    }
}
