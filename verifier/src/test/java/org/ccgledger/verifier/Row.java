package org.ccgledger.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event whose bytes were written by hand from docs/ledger-format.md, to be tampered with.
final class Row {

    static final UUID LEDGER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    long position = 1823;
    Instant recordedAt = Instant.parse("2026-11-22T11:20:00.123456Z");
    String stream = "application:02N";
    long version = 3;
    UUID commandId = UUID.fromString("01020304-0506-8708-890a-0b0c0d0e0f10");
    boolean commandDeleted;
    int commandIndex = 1;
    String type = "ccg.authorisation.CCGAuthorised";
    int schemaVersion = 1;
    LocalDate effectiveOn = LocalDate.of(2013, 4, 1);
    byte[] fact = utf8("{\"ccg\":\"02N\"}");
    byte[] metadata = utf8("{\"actor\":\"a1\"}");
    byte[] decision = utf8("{\"outcome\":\"ACCEPTED\"}");
    List<StoredLeaf.Tag> tags =
            new ArrayList<>(
                    List.of(
                            new StoredLeaf.Tag("code:02N", type),
                            new StoredLeaf.Tag("ccg:02N", type)));
    List<StoredLeaf.Part> parts =
            new ArrayList<>(
                    List.of(
                            new StoredLeaf.Part(0, hex("11".repeat(32)), utf8("first")),
                            new StoredLeaf.Part(1, hex("22".repeat(32)), utf8("second"))));
    byte[] partCommitments =
            hex(
                    """
                    b703b448c9c2b2bd4b6df3f2796a50c9e24a1464fbd3d9302c5a1304693f7e64
                    54ec8edf9e8d4d5544a534ce4a1d073d90addfb16f1483874ee7ad63ca692bfb
                    """);
    byte[] body =
            hex(
                    """
                    6363672d6576656e742f310a
                    00112233445566778899aabbccddeeff
                    000f 6170706c69636174696f6e3a30324e
                    0000000000000003
                    0102030405068708890a0b0c0d0e0f10
                    0001
                    001f 6363672e617574686f7269736174696f6e2e434347417574686f7269736564
                    0001
                    00003db4
                    0002 0007 6363673a30324e 0008 636f64653a30324e
                    44372d343a212deb0b3d26ffa77029a2712f71f0dbcf3067ae49bebcd1fa4723
                    0f5546445529c7bc7b59718dc64e5da5919d69bdda99478d6fe9e0420fd85970
                    5cd8bce2a66410033a0da5f6c9ee89b262ea00a8cdea9a7aefa4972e09b66dfd
                    839303df2c9c71c760f33d2e0ccd021fd07d53174ed248a700d2cec7db757818
                    """);
    byte[] leafHash = hex("042257c71ead3d1fe120447d2835b941dab732d47fd64d8a9091a2b13db5f0a4");

    StoredLeaf leaf() {
        StoredLeaf.@Nullable Command command =
                commandDeleted ? null : new StoredLeaf.Command(commandId, metadata, decision);
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

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
