package org.ccgledger.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What callers sent and what they were told, to be held against what the ledger contains.
public final class Testimony {

    private final Collection<Sending> sendings = new ConcurrentLinkedQueue<>();

    /// One sending of a command; the times are one clock's.
    ///
    /// @param endedAt when the caller knew the outcome, or that it would not be told
    public record Sending(UUID command, long sentAt, long endedAt, Told told) {}

    /// What a caller was told.
    public sealed interface Told {

        /// It is in the ledger.
        ///
        /// @param leaves the leaf hashes by position, or as much of their beginnings as was told
        /// @param answer which may never change
        record Stored(Map<Long, String> leaves, String answer) implements Told {
            public static Stored of(StoredCommand command) {
                Map<Long, String> leaves = new HashMap<>();
                command.events()
                        .forEach(event ->
                                leaves.put(
                                        event.position(),
                                        HexFormat.of().formatHex(event.leafHash())));
                return new Stored(leaves, new java.util.TreeMap<>(leaves).toString());
            }
        }

        /// This sending wrote nothing, and never will.
        ///
        /// @param norAnyBefore whether the same holds for the sendings before it
        record NotStored(boolean norAnyBefore) implements Told {}

        /// Nothing, or that it cannot be known.
        record Unknown() implements Told {}
    }

    /// In which way the ledger and what was told contradict each other.
    public enum Contradiction {
        /// Told to be stored, and not there.
        LOST,
        /// Told to be stored at another place or with another leaf.
        MISPLACED,
        /// There more than once.
        DOUBLED,
        /// There, and sent by nobody.
        INVENTED,
        /// There, though the caller was told that none of its sendings has written anything.
        DENIED,
        /// Sent after another was told to be stored, and stored before it.
        DISORDERED,
        /// Told one thing, and later another.
        CHANGED,
        /// The last sending was told nothing, so nobody knows.
        UNRESOLVED,
        /// Positions or versions are not 1, 2, 3, …
        GAP
    }

    /// A contradiction, with what shows it.
    public record Fault(Contradiction kind, String evidence) {}

    public void add(Sending sending) {
        sendings.add(sending);
    }

    /// How many sendings were told that the command is stored.
    public long stored() {
        return sendings.stream().filter(sending -> sending.told() instanceof Told.Stored).count();
    }

    /// How many sendings were told nothing.
    public long unknown() {
        return sendings.stream().filter(sending -> sending.told() instanceof Told.Unknown).count();
    }

    /// Every way in which the ledger contradicts what was told.
    ///
    /// @param ledger all of its events by position
    /// @param others what stands in the ledger from before, or was sent by somebody else
    public List<Fault> against(List<StoredEvent> ledger, Collection<UUID> others) {
        Map<UUID, List<StoredEvent>> stored = new LinkedHashMap<>();
        ledger.forEach(event ->
                stored.computeIfAbsent(event.commandId(), _ -> new ArrayList<>()).add(event));
        Map<UUID, List<Sending>> sent = new LinkedHashMap<>();
        sendings.stream()
                .sorted(java.util.Comparator.comparingLong(Sending::endedAt))
                .forEach(sending ->
                        sent.computeIfAbsent(sending.command(), _ -> new ArrayList<>())
                                .add(sending));

        List<Fault> faults = new ArrayList<>(gaps(ledger));
        stored.forEach((command, events) -> {
            for (int index = 0; index < events.size(); index++) {
                if (events.get(index).commandIndex() != index
                        || events.get(index).position() != events.getFirst().position() + index) {
                    faults.add(new Fault(Contradiction.DOUBLED, command + ": " + events));
                    break;
                }
            }
            if (!sent.containsKey(command) && !others.contains(command)) {
                faults.add(new Fault(Contradiction.INVENTED, command + ": " + events));
            }
        });
        sent.forEach((command, history) ->
                faults.addAll(faults(history, stored.getOrDefault(command, List.of()))));
        faults.addAll(disorder(stored, sent));
        return faults;
    }

    private static List<Fault> faults(List<Sending> history, List<StoredEvent> events) {
        List<Fault> faults = new ArrayList<>();
        List<Told.Stored> answers =
                history.stream()
                        .map(Sending::told)
                        .filter(Told.Stored.class::isInstance)
                        .map(Told.Stored.class::cast)
                        .toList();
        for (Told.Stored answer : answers) {
            if (events.isEmpty()) {
                faults.add(new Fault(Contradiction.LOST, history.toString()));
            } else if (!agree(answer, events)) {
                faults.add(new Fault(Contradiction.MISPLACED, history + " against " + events));
            }
            if (!answer.answer().equals(answers.getFirst().answer())) {
                faults.add(new Fault(Contradiction.CHANGED, history.toString()));
            }
        }
        if (answers.isEmpty()) {
            if (history.getLast().told() instanceof Told.Unknown) {
                faults.add(new Fault(Contradiction.UNRESOLVED, history.toString()));
            }
            if (!events.isEmpty() && isDenied(history)) {
                faults.add(new Fault(Contradiction.DENIED, history + " against " + events));
            }
        }
        return faults;
    }

    private static boolean isDenied(List<Sending> history) {
        return history.stream().allMatch(sending -> sending.told() instanceof Told.NotStored)
                || (history.getLast().told() instanceof Told.NotStored(var norAnyBefore)
                        && norAnyBefore);
    }

    private static boolean agree(Told.Stored answer, List<StoredEvent> events) {
        Map<Long, String> leaves = Told.Stored.of(command(events)).leaves();
        return !answer.leaves().isEmpty()
                && answer.leaves().entrySet().stream()
                        .allMatch(told ->
                                leaves.getOrDefault(told.getKey(), "").startsWith(told.getValue()));
    }

    private static StoredCommand command(List<StoredEvent> events) {
        return new StoredCommand(
                events.getFirst().commandId(), new byte[0], new byte[0], new byte[0], events);
    }

    /// Where positions or versions are not 1, 2, 3, …
    static List<Fault> gaps(List<StoredEvent> ledger) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Long> versions = new HashMap<>();
        long position = 0;
        for (StoredEvent event : ledger) {
            long version = versions.merge(event.stream(), 1L, Long::sum);
            position++;
            if (event.position() != position || event.version() != version) {
                faults.add(
                        new Fault(
                                Contradiction.GAP,
                                event + " should be %d, version %d".formatted(position, version)));
                position = event.position();
                versions.put(event.stream(), event.version());
            }
        }
        return faults;
    }

    /// What was sent when something was known to be stored is stored behind it.
    private static List<Fault> disorder(
            Map<UUID, List<StoredEvent>> stored, Map<UUID, List<Sending>> sent) {
        record Moment(long at, boolean told, long position) {}
        List<Moment> moments = new ArrayList<>();
        sent.forEach((command, history) -> {
            List<StoredEvent> events = stored.getOrDefault(command, List.of());
            if (!events.isEmpty()) {
                long first = history.stream().mapToLong(Sending::sentAt).min().orElseThrow();
                moments.add(new Moment(first, false, events.getFirst().position()));
                history.stream()
                        .filter(sending -> sending.told() instanceof Told.Stored)
                        .forEach(sending ->
                                moments.add(
                                        new Moment(
                                                sending.endedAt(),
                                                true,
                                                events.getLast().position())));
            }
        });
        moments.sort(java.util.Comparator.comparingLong(Moment::at).thenComparing(Moment::told));
        List<Fault> faults = new ArrayList<>();
        long known = 0;
        for (Moment moment : moments) {
            if (moment.told()) {
                known = Math.max(known, moment.position());
            } else if (moment.position() <= known) {
                faults.add(
                        new Fault(
                                Contradiction.DISORDERED,
                                "%d was sent when %d was known to be stored"
                                        .formatted(moment.position(), known)));
            }
        }
        return faults;
    }
}
