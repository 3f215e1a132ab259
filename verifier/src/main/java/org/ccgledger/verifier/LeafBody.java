package org.ccgledger.verifier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a body says, taken apart by the layout of docs/ledger-format.md.
record LeafBody(
        UUID ledgerId,
        String stream,
        long version,
        UUID commandId,
        int commandIndex,
        String type,
        int schemaVersion,
        long effectiveOnDay,
        List<String> tags,
        byte[] factCommitment,
        byte[] personalCommitment,
        byte[] metadataCommitment,
        byte[] decisionCommitment) {

    private static final byte[] FORMAT = "ccg-event/1\n".getBytes(StandardCharsets.US_ASCII);

    /// @throws Unreadable if the bytes do not have the layout to the last of them
    static LeafBody parse(byte[] body) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(body);
        try {
            if (!ByteBuffer.wrap(FORMAT).equals(ByteBuffer.wrap(bytes(in, FORMAT.length)))) {
                throw new Unreadable("it does not begin with ccg-event/1");
            }
            LeafBody parsed =
                    new LeafBody(
                            id(in),
                            text(in),
                            in.getLong(),
                            id(in),
                            u16(in),
                            text(in),
                            u16(in),
                            in.getInt(),
                            tags(in),
                            bytes(in, LeafCheck.HASH),
                            bytes(in, LeafCheck.HASH),
                            bytes(in, LeafCheck.HASH),
                            bytes(in, LeafCheck.HASH));
            if (in.hasRemaining()) {
                throw new Unreadable(in.remaining() + " bytes follow it");
            }
            return parsed;
        } catch (BufferUnderflowException e) {
            throw new Unreadable("it ends too early");
        } catch (CharacterCodingException e) {
            throw new Unreadable("it holds text that is not UTF-8");
        }
    }

    private static List<String> tags(ByteBuffer in) throws CharacterCodingException, Unreadable {
        int count = u16(in);
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String tag = text(in);
            if (!tags.isEmpty() && tags.getLast().compareTo(tag) >= 0) {
                throw new Unreadable("its tags are not in ascending order");
            }
            tags.add(tag);
        }
        return List.copyOf(tags);
    }

    /// Strict: no byte is replaced to make it readable.
    private static String text(ByteBuffer in) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(in, u16(in))))
                .toString();
    }

    private static UUID id(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    /// Says in which way bytes are no body.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String how;

        Unreadable(String how) {
            super(how);
            this.how = how;
        }

        String how() {
            return how;
        }
    }
}
