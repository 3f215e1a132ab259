package org.ccgledger.command.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;

/// Every erasure that was done, in a file outside the databases, so that a backup which is older
/// than an erasure does not bring back what was erased. It names persons by pseudonym alone.
public final class ErasureRegister {

    private final Path file;

    public ErasureRegister(Path file) {
        this.file = file;
    }

    /// @param event by which it was recorded
    record Entry(UUID event, PersonalDataErased erased) {}

    /// @throws UncheckedIOException if it cannot be read; nothing may be opened then
    List<Entry> entries() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> EventJson.MAPPER.readValue(line, Entry.class))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The register of erasures cannot be read: " + file, e);
        }
    }

    /// Is durable when it returns.
    void add(Entry entry) {
        if (entries().contains(entry)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(
                        ByteBuffer.wrap(
                                (EventJson.MAPPER.writeValueAsString(entry) + "\n")
                                        .getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The register of erasures cannot be written: " + file, e);
        }
    }
}
