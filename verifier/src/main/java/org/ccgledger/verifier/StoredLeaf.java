package org.ccgledger.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An event's row with the rows that belong to it, as an auditor finds them.
///
/// @param command the command at the event's position less its index, or nothing if no row stands
///   there
/// @param tags the tag rows at the event's position, in any order
/// @param parts the personal parts that have not been erased
public record StoredLeaf(
        long position,
        Instant recordedAt,
        String stream,
        long version,
        int commandIndex,
        String type,
        int schemaVersion,
        LocalDate effectiveOn,
        byte[] body,
        byte[] fact,
        byte[] partCommitments,
        byte[] leafHash,
        @Nullable Command command,
        List<Tag> tags,
        List<Part> parts) {

    /// The command's row; its bytes are shared by all its events.
    public record Command(UUID id, byte[] metadata, byte[] decision) {}

    /// A tag's row, which repeats the event's type.
    public record Tag(String tag, String type) {}

    /// A personal part's row.
    public record Part(int number, byte[] salt, byte[] content) {}

    /// The same event with the command that it comes from.
    StoredLeaf of(@Nullable Command command) {
        return new StoredLeaf(
                position,
                recordedAt,
                stream,
                version,
                commandIndex,
                type,
                schemaVersion,
                effectiveOn,
                body,
                fact,
                partCommitments,
                leafHash,
                command,
                tags,
                parts);
    }

    /// The numbers of the personal parts that were there once. An event must say that they were
    /// erased.
    public List<Integer> missingParts() {
        Set<Integer> there = parts.stream().map(Part::number).collect(Collectors.toSet());
        return IntStream.range(0, partCommitments.length / LeafCheck.HASH)
                .boxed()
                .filter(number -> !there.contains(number))
                .toList();
    }
}
