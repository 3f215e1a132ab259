package org.ccgledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A small bundle whose bytes are written by hand from docs/ledger-format.md, and signed.
final class HandMadeBundle {

    private static final UUID LEDGER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final String ORIGIN = "ccg-ledger/" + LEDGER + "/1";
    private static final String TYPE = "ccg.authorisation.CCGAuthorised";
    private static final byte[] FACT = utf8("{\"ccg\":\"02N\"}");
    private static final byte[] METADATA = utf8("{\"actor\":\"a1\"}");
    private static final byte[] DECISION = utf8("{\"outcome\":\"ACCEPTED\"}");
    private static final byte[] SALT = new byte[32];
    private static final byte[] CONTENT = utf8("encrypted");
    private static final byte[] NONE = new byte[0];

    private final KeyPair key = keyPair();
    private final List<byte[]> leaves = new ArrayList<>();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int count;

    /// An event that is a command of its own, with a tag and, if it is personal, a part.
    HandMadeBundle event(String stream, long version, boolean personal) {
        return event(stream, version, personal, new UUID(8, leaves.size()));
    }

    HandMadeBundle event(String stream, long version, boolean personal, UUID command) {
        long position = leaves.size() + 1L;
        byte[] commitments = personal ? Sha256.of(SALT, CONTENT) : NONE;
        byte[] body =
                bytes(out -> {
                    out.write(utf8("ccg-event/1\n"));
                    id(out, LEDGER);
                    text(out, stream);
                    out.writeLong(version);
                    id(out, command);
                    out.writeShort(0);
                    text(out, TYPE);
                    out.writeShort(1);
                    out.writeInt(15_796);
                    out.writeShort(1);
                    text(out, "ccg:02N");
                    out.write(Sha256.of(FACT));
                    out.write(personal ? Sha256.of(commitments) : new byte[32]);
                    out.write(Sha256.of(METADATA));
                    out.write(Sha256.of(DECISION));
                });
        long micros = 1_800_000_000_000_000L + position;
        byte[] leaf =
                Sha256.of(
                        ByteBuffer.allocate(17)
                                .put((byte) 0)
                                .putLong(position)
                                .putLong(micros)
                                .array(),
                        body);
        leaves.add(leaf);
        record(
                1,
                position,
                out -> {
                    out.writeInt(1);
                    id(out, command);
                    field(out, METADATA);
                    field(out, DECISION);
                });
        record(
                2,
                position,
                out -> {
                    out.writeLong(micros);
                    field(out, utf8(stream));
                    out.writeLong(version);
                    out.writeInt(0);
                    field(out, utf8(TYPE));
                    out.writeInt(1);
                    out.writeInt(15_796);
                    field(out, body);
                    field(out, FACT);
                    field(out, commitments);
                    field(out, leaf);
                });
        record(
                3,
                position,
                out -> {
                    field(out, utf8("ccg:02N"));
                    field(out, utf8(TYPE));
                });
        if (personal) {
            record(
                    4,
                    position,
                    out -> {
                        out.writeInt(0);
                        field(out, utf8("/name"));
                        id(out, new UUID(0, 1));
                        field(out, SALT);
                        field(out, CONTENT);
                    });
        }
        return this;
    }

    Policy policy() {
        return Policy.parse("log " + ORIGIN + " 1 - " + verifierKey());
    }

    /// Writes the files of what there is, fewer events than a tile is wide.
    Path writeTo(Path folder) throws IOException {
        int size = leaves.size();
        byte[] note = note();
        record(5, size, out -> field(out, note));
        Files.createDirectories(folder.resolve("events"));
        Files.createDirectories(folder.resolve("tile/0/000.p"));
        Files.write(
                folder.resolve("events/000000"),
                bytes(out -> {
                    out.write(utf8("ccg-bundle/1\n"));
                    id(out, LEDGER);
                    out.writeLong(1);
                    out.writeLong(size);
                    records.writeTo(out);
                    out.writeByte(0);
                    out.writeInt(4);
                    out.writeInt(count);
                }));
        Files.write(
                folder.resolve("tile/0/000.p/" + size),
                bytes(out -> {
                    for (byte[] leaf : leaves) {
                        out.write(leaf);
                    }
                }));
        Files.write(folder.resolve("checkpoint"), note);
        list(folder);
        return folder;
    }

    /// Puts a line of somebody else's under the checkpoint, as one is that is cosigned anew.
    static void cosign(Path folder, String name) throws IOException {
        Files.writeString(
                folder.resolve("checkpoint"),
                "\u2014 " + name + " " + base64(new byte[76]) + "\n",
                StandardOpenOption.APPEND);
        list(folder);
    }

    /// Lists the files as they are.
    static void list(Path folder) throws IOException {
        Map<String, String> list = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals("SHA256SUMS")) {
                    list.put(name, HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        list.forEach((name, hash) -> lines.append(hash + "  " + name + "\n"));
        Files.writeString(folder.resolve("SHA256SUMS"), lines);
    }

    private byte[] note() {
        String text =
                ORIGIN
                        + "\n"
                        + leaves.size()
                        + "\n"
                        + base64(ReferenceTree.of(leaves).root(leaves.size()))
                        + "\n";
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(utf8(text));
            byte[] line =
                    bytes(out -> {
                        out.write(HexFormat.of().parseHex(id()));
                        out.write(signed(signature));
                    });
            return utf8(text + "\n\u2014 " + ORIGIN + " " + base64(line) + "\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(Signature signature) {
        try {
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String verifierKey() {
        byte[] typed =
                bytes(out -> {
                    out.writeByte(1);
                    out.write(raw());
                });
        return ORIGIN + "+" + id() + "+" + base64(typed);
    }

    private String id() {
        byte[] hash = Sha256.of(utf8(ORIGIN), new byte[] {'\n', 1}, raw());
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    private byte[] raw() {
        byte[] encoded = key.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private interface Part {
        void to(DataOutputStream out) throws IOException;
    }

    private void record(int kind, long position, Part content) {
        byte[] bytes =
                bytes(out -> {
                    out.writeLong(position);
                    content.to(out);
                });
        records.writeBytes(
                bytes(out -> {
                    out.writeByte(kind);
                    field(out, bytes);
                }));
        count++;
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeShort(text.length());
        out.write(utf8(text));
    }

    private static void field(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
