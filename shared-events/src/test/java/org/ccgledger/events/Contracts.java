package org.ccgledger.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// What is written of every event, held against files that were approved when it shipped.
///
/// `{name}.v{version}.json` holds the fact and `{name}.v{version}.personal.json` the personal
/// parts, where there are any, both byte for byte.
final class Contracts {

    private static final Path RECEIVED = Path.of("target/contracts");

    private final Path approved;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> expected = new HashSet<>();

    private Contracts(Path approved) {
        this.approved = approved;
    }

    /// What is wrong, and what to do about it; empty if nothing is.
    static List<String> faults(Path approved, List<EventType> types) throws IOException {
        Contracts contracts = new Contracts(approved);
        for (EventType type : types) {
            contracts.check(type);
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
                    the record and its approved file as they were, and add the change as the next \
                    version, a record and a file of its own.
                      approved: %s
                      written:  %s\
                    """
                            .formatted(file, text(before), text(written)));
        }
        return true;
    }

    private void checkReading(EventType type) throws IOException {
        String file = file(type);
        try {
            CcgEvent read =
                    EventJson.read(
                            type.name(),
                            type.version(),
                            Files.readAllBytes(approved.resolve(file)));
            if (!read.equals(Examples.readBack(type.carrier()))) {
                faults.add(file + " is read as something else than was written: " + read);
            }
        } catch (JacksonException e) {
            faults.add(file + " can no longer be read: " + e.getOriginalMessage());
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
