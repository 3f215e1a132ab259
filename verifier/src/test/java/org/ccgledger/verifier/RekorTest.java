package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against an entry of another log, Rekor of Sigstore's staging, and that log's key.
///
/// They are those of the tests of sigstore/sigstore-java,
/// `samples/rekor-response/valid/entry-v2.json` at 0438cdcff2f7560008c0d16dd17d04dd75da1ec1 and
/// `trustroot/staging_trusted_root.json` at f5a378b6f4a7563c7ac6bb9ce5c91ac39991da05 (The Sigstore
/// Authors, Apache License 2.0, as in wycheproof/LICENSE). Changed: the entry is written as a
/// tlog-proof whose extra data is its body.
class RekorTest {

    private static final NoteKey LOG =
            NoteKey.of(
                    "log2025-alpha1.rekor.sigstage.dev",
                    NoteKey.Kind.ED25519,
                    Base64.getDecoder()
                            .decode(
                                    "MCowBQYDK2VwAyEAPn+AREHoBaZ7wgS1zBqpxmLSGnyhxXj4lFxSdWVB8o8="));

    private TlogProof proof;
    private byte[] leaf;
    private CheckpointText checkpoint;

    @BeforeEach
    void read() throws IOException, Rejected {
        try (InputStream file =
                Objects.requireNonNull(RekorTest.class.getResourceAsStream("rekor.tlog-proof"))) {
            proof = TlogProof.parse(file.readAllBytes());
        }
        leaf = LeafData.hash(Objects.requireNonNull(proof.extra()));
        checkpoint = CheckpointText.parse(SignedNote.parse(proof.note()).text()).orElseThrow();
    }

    @Test
    void the_entry_is_in_the_tree_of_the_checkpoint() {
        assertThat(checkpoint.size()).isEqualTo(744);
        assertThat(proof.shows(leaf, checkpoint)).isTrue();
    }

    @Test
    void no_bit_of_the_entry_and_its_proof_can_be_another() {
        byte[] body = Objects.requireNonNull(proof.extra());
        for (int bit = 0; bit < 8 * body.length; bit++) {
            assertThat(proof.shows(LeafData.hash(flipped(body, bit)), checkpoint)).isFalse();
        }
        for (int bit = 0; bit < 10; bit++) {
            assertThat(shows(proof.index() ^ 1 << bit, proof.hashes())).isFalse();
        }
        assertThat(proof.hashes()).hasSize(7);
        for (int i = 0; i < proof.hashes().size(); i++) {
            for (int bit = 0; bit < 8 * Sha256.LENGTH; bit++) {
                List<byte[]> hashes = new ArrayList<>(proof.hashes());
                hashes.set(i, flipped(hashes.get(i), bit));
                assertThat(shows(proof.index(), hashes)).isFalse();
            }
        }
    }

    @Test
    void the_log_has_signed_the_checkpoint() throws Rejected {
        assertThat(SignedNote.parse(proof.note()).signers(List.of(LOG))).containsExactly(LOG);
    }

    @Test
    void no_bit_of_the_checkpoint_and_its_signature_can_be_another() {
        for (int bit = 0; bit < 8 * proof.note().length; bit++) {
            byte[] note = flipped(proof.note(), bit);
            assertThatThrownBy(() -> SignedNote.parse(note).signers(List.of(LOG)))
                    .as("bit %d", bit)
                    .isInstanceOf(Rejected.class);
        }
    }

    private boolean shows(long index, List<byte[]> hashes) {
        return new TlogProof(index, null, hashes, proof.note()).shows(leaf, checkpoint);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
