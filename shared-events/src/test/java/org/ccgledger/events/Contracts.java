package org.ccgledger.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// What is written of every event, held against files that were approved when it shipped.
///
/// `{name}.v{version}.json` holds the fact and `{name}.v{version}.personal.json` the personal
/// parts, where there are any, both byte for byte. The files of a version that is no longer written
/// stay, and are still read.
final class Contracts {

    private static final Path RECEIVED = Path.of("target/contracts");

    private final Path approved;
    private final EventReader events;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> expected = new HashSet<>();

    private Contracts(Path approved, EventReader events) {
        this.approved = approved;
        this.events = events;
    }

    /// What is wrong, and what to do about it; empty if nothing is.
    static List<String> faults(Path approved, EventReader events) throws IOException {
        Contracts contracts = new Contracts(approved, events);
        for (EventType type : events.types()) {
            if (EventType.of(type.carrier()).equals(type)) {
                contracts.check(type);
            } else {
                contracts.checkEarlier(type);
            }
        }
        contracts.checkNothingElse();
        return contracts.faults;
    }

    static String file(EventType type) {
        return type.name() + ".v" + type.version() + ".json";
    }

    static String personalFile(EventType type) {
        return type.name() + ".v" + type.version() + ".personal.json";
    }

    private void check(EventType type) throws IOException {
        EventJson.Written written = EventJson.write(Examples.full(type.carrier()));
        if (isWrittenAsApproved(file(type), written.fact())) {
            checkReading(type);
        }
        if (!written.personal().isEmpty()) {
            isWrittenAsApproved(
                    personalFile(type), EventJson.MAPPER.writeValueAsBytes(written.personal()));
        }
    }

    /// Whether there is an approved file to read; what differs from it is a fault.
    private boolean isWrittenAsApproved(String file, byte[] written) throws IOException {
        expected.add(file);
        Path path = approved.resolve(file);
        if (!Files.exists(path)) {
            Files.createDirectories(RECEIVED);
            Files.write(RECEIVED.resolve(file), written);
            faults.add(
                    """
                    %s is missing. If the event is new, read %s, copy it to %s and never edit it \
                    again. If the event has shipped, restore the file.\
                    """
                            .formatted(file, RECEIVED.resolve(file), approved));
            return false;
        }
        byte[] before = Files.readAllBytes(path);
        if (!Arrays.equals(before, written)) {
            faults.add(
                    """
                    %s is not what is written today. The ledger holds such events for ever: leave \
                    its approved file as it was, and add the change as the next version with a file \
                    of its own. What was written before needs its own record still, or an upcaster.
                      approved: %s
                      written:  %s\
                    """
                            .formatted(file, text(before), text(written)));
        }
        return true;
    }

    private void checkReading(EventType type) throws IOException {
        Optional<CcgEvent> read = read(type);
        if (read.isPresent() && !read.get().equals(Examples.readBack(type.carrier()))) {
            faults.add(file(type) + " is read as something else than was written: " + read.get());
        }
    }

    /// What an upcaster makes of it is for a test of the upcaster to say.
    private void checkEarlier(EventType type) throws IOException {
        expected.add(file(type));
        expected.add(personalFile(type));
        if (Files.exists(approved.resolve(file(type)))) {
            read(type);
        } else {
            faults.add(
                    file(type) + " is missing. The ledger may hold such events: restore the file.");
        }
    }

    /// The event that an approved file holds; one that cannot be read is a fault.
    private Optional<CcgEvent> read(EventType type) throws IOException {
        byte[] fact = Files.readAllBytes(approved.resolve(file(type)));
        try {
            return Optional.of(events.read(type.name(), type.version(), fact));
        } catch (JacksonException e) {
            faults.add(file(type) + " can no longer be read: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private void checkNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(approved)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !expected.contains(file))
                    .sorted()
                    .forEach(file ->
                            faults.add(
                                    file
                                            + " is of no event. A ledger may hold what it describes:"
                                            + " restore the event's record under its name, version"
                                            + " and family."));
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
