package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.rekor.client.ImmutableInclusionProof;
import dev.sigstore.rekor.client.ImmutableRekorEntry;
import dev.sigstore.rekor.client.ImmutableVerification;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorVerificationException;
import dev.sigstore.rekor.client.RekorVerifier;
import dev.sigstore.trustroot.ImmutableLogId;
import dev.sigstore.trustroot.ImmutablePublicKey;
import dev.sigstore.trustroot.ImmutableTransparencyLog;
import dev.sigstore.trustroot.ImmutableValidFor;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.proof.Proofs;
import org.ccgledger.verifier.NoteKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The ledger's entries, verified by Sigstore's client as if they were entries of its log, Rekor:
/// the bytes of the leaf, the proof of inclusion, the checkpoint with its Ed25519 signature.
///
/// Sigstore takes the signature from the line that is named as the host of the log's URL. The
/// ledger's origin is no host, so the note is given one more line, which has the signature that is
/// there under the name of a host. A signed entry timestamp, which only Rekor's first version
/// gives, is not asked for.
///
/// Runs in profile `interop` alone, which adds Sigstore's client.
class SigstoreRun {

    private static final long[] SIZES = {1, 2, 3, 255, 256, 257, 700, 1023, 1024, 1500};
    private static final String HOST = "ledger.example";
    private static final HexFormat HEX = HexFormat.of();

    private static final LongLedger LEDGER = LongLedger.of(1);
    private static final DataSource AUDITOR = LEDGER.database().as("test_auditor");
    private static final Proofs PROOFS = new Proofs(AUDITOR);
    private static final byte[] KEY = publicKey();
    private static final String KEY_ID = keyId(HOST);
    private static final RekorVerifier SIGSTORE =
            RekorVerifier.newRekorVerifier(
                    List.of(
                            ImmutableTransparencyLog.builder()
                                    .baseUrl(URI.create("https://" + HOST))
                                    .hashAlgorithm("SHA2_256")
                                    .logId(
                                            ImmutableLogId.builder()
                                                    .keyId(HEX.parseHex(KEY_ID))
                                                    .build())
                                    .publicKey(
                                            ImmutablePublicKey.builder()
                                                    .rawBytes(KEY)
                                                    .keyDetails("PKIX_ED25519")
                                                    .validFor(
                                                            ImmutableValidFor.builder()
                                                                    .start(Instant.EPOCH)
                                                                    .build())
                                                    .build())
                                    .build()));

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void sigstore_verifies_the_ledgers_entries_and_no_changed_ones() throws Exception {
        int asked = 0;
        for (long size : SIZES) {
            LEDGER.grow((int) size);
            String note = PROOFS.checkpoint(size).orElseThrow().note();
            byte[] signature = signature(note);
            for (long position = 1; position <= size; position += 1 + size / 20) {
                Proofs.Inclusion proof = PROOFS.inclusion(position, size);
                Claim claim =
                        new Claim(
                                leaf(position),
                                proof.index(),
                                size,
                                proof.root(),
                                proof.hashes(),
                                note,
                                signature);
                List<Claim> unproven = claim.unproven();
                List<Claim> unsigned = claim.unsigned();

                assertThatCode(() -> SIGSTORE.verifyEntry(claim.entry()))
                        .as("%d of %d", position, size)
                        .doesNotThrowAnyException();
                assertRefused(unproven, "Inclusion proof verification failed");
                assertRefused(unsigned, "Checkpoint signature was invalid");
                asked += 1 + unproven.size() + unsigned.size();
            }
        }
        System.out.printf("Sigstore was asked about %d entries, most of them changed.%n", asked);
    }

    private static void assertRefused(List<Claim> claims, String why) {
        for (Claim claim : claims) {
            assertThatThrownBy(() -> SIGSTORE.verifyEntry(claim.entry()))
                    .as("%d of %d", claim.index + 1, claim.size)
                    .isInstanceOf(RekorVerificationException.class)
                    .hasMessage(why);
        }
    }

    /// The claim that a leaf is in the tree of a signed note.
    private record Claim(
            byte[] leaf,
            long index,
            long size,
            byte[] root,
            List<byte[]> hashes,
            String note,
            byte[] signature) {

        RekorEntry entry() {
            ImmutableInclusionProof proof =
                    ImmutableInclusionProof.builder()
                            .logIndex(index)
                            .treeSize(size)
                            .rootHash(HEX.formatHex(root))
                            .hashes(hashes.stream().map(HEX::formatHex).toList())
                            .checkpoint(checkpoint())
                            .build();
            return ImmutableRekorEntry.builder()
                    .body(Base64.getEncoder().encodeToString(leaf))
                    .integratedTime(0)
                    .logID(KEY_ID)
                    .logIndex(index)
                    .verification(ImmutableVerification.builder().inclusionProof(proof).build())
                    .build();
        }

        private String checkpoint() {
            byte[] signed = HEX.parseHex(KEY_ID + HEX.formatHex(signature));
            return note
                    + "\u2014 "
                    + HOST
                    + " "
                    + Base64.getEncoder().encodeToString(signed)
                    + "\n";
        }

        /// With one bit changed in the leaf, the root, or a hash between them.
        List<Claim> unproven() {
            List<Claim> changed = new ArrayList<>();
            changed.add(new Claim(flipped(leaf), index, size, root, hashes, note, signature));
            changed.add(new Claim(leaf, index, size, flipped(root), hashes, note, signature));
            for (int i = 0; i < hashes.size(); i++) {
                List<byte[]> others = new ArrayList<>(hashes);
                others.set(i, flipped(others.get(i)));
                changed.add(new Claim(leaf, index, size, root, others, note, signature));
            }
            return changed;
        }

        /// With one bit changed in the checkpoint's size or in its signature.
        List<Claim> unsigned() {
            String another = note.replace("\n" + size + "\n", "\n" + (size ^ 1) + "\n");
            return List.of(
                    new Claim(leaf, index, size, root, hashes, another, signature),
                    new Claim(leaf, index, size, root, hashes, note, flipped(signature)));
        }
    }

    /// What a leaf's hash is of, by docs/ledger-format.md.
    private static byte[] leaf(long position) throws SQLException {
        try (Connection connection = AUDITOR.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select int8send(position)
                                    || int8send((extract(epoch from recorded_at) * 1000000)::bigint) || body
                                from ledger.event where position = ?
                                """)) {
            select.setLong(1, position);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    /// That of the ledger's Ed25519 key.
    private static byte[] signature(String note) {
        String origin = note.lines().findFirst().orElseThrow();
        String line = "\u2014 " + origin + " ";
        return note.lines()
                .filter(one -> one.startsWith(line))
                .map(one -> Base64.getDecoder().decode(one.substring(line.length())))
                .map(HEX::formatHex)
                .filter(signed -> signed.startsWith(keyId(origin)))
                .map(signed -> HEX.parseHex(signed.substring(keyId(origin).length())))
                .findFirst()
                .orElseThrow();
    }

    private static String keyId(String name) {
        return NoteKey.of(name, NoteKey.Kind.ED25519, KEY).id();
    }

    private static byte[] publicKey() {
        return LedgerKeys.at(LEDGER.database().keys()).publicKeys().stream()
                .filter(key -> key.algorithm().equals(NoteKey.Kind.ED25519.algorithm()))
                .map(key -> Base64.getDecoder().decode(key.publicKey()))
                .findFirst()
                .orElseThrow();
    }

    /// With a bit changed in the middle; a signature can be read still, but is none.
    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        return flipped;
    }
}
