package org.ccgledger.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// What of an event is hashed, prepared without knowing its place in the ledger.
///
/// The layout is docs/ledger-format.md: integers big-endian, text as UTF-8 behind its length in two
/// bytes.
///
/// @param tags sorted
/// @param personalCommitment 32 zero bytes when the event has no personal part
record EventBody(
        UUID ledgerId,
        String stream,
        long version,
        UUID commandId,
        int commandIndex,
        String type,
        int schemaVersion,
        LocalDate effectiveOn,
        List<String> tags,
        byte[] factCommitment,
        byte[] personalCommitment,
        byte[] metadataCommitment,
        byte[] decisionCommitment) {

    private static final byte[] FORMAT = "ccg-event/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEAF = {0};
    private static final int MOST = 0xFFFF;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(FORMAT);
            out.write(Digests.bytes(ledgerId));
            text(out, stream);
            out.writeLong(version);
            out.write(Digests.bytes(commandId));
            number(out, commandIndex, "The index %d within a command");
            text(out, type);
            number(out, schemaVersion, "The schema version %d");
            out.writeInt(Math.toIntExact(effectiveOn.toEpochDay()));
            number(out, tags.size(), "The number of tags, %d,");
            for (String tag : tags) {
                text(out, tag);
            }
            out.write(factCommitment);
            out.write(personalCommitment);
            out.write(metadataCommitment);
            out.write(decisionCommitment);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /// The hash of an event at its place, as PostgreSQL computes it in the append.
    static byte[] leafHash(long position, Instant recordedAt, byte[] body) {
        byte[] place =
                java.nio.ByteBuffer.allocate(16)
                        .putLong(position)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                        .array();
        return Digests.sha256(LEAF, place, body);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(out, utf8.length, "Text of %d bytes");
        out.write(utf8);
    }

    private static void number(DataOutputStream out, int number, String what) throws IOException {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException(what.formatted(number) + " does not fit an event");
        }
        out.writeShort(number);
    }
}
