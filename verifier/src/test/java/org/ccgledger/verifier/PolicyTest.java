package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ccgledger.verifier.NoteKey.Kind;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose cosignatures it takes for a checkpoint to be believed.
class PolicyTest {

    private static final String ORIGIN = "ccg-ledger/7d0c1f1e-5f0e-4f6c-9a43-0e1f5ad0c6b1/1";
    private static final String TEXT =
            ORIGIN + "\n27661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static final NoteSigner LOG = NoteSigner.of(ORIGIN, Kind.ED25519);
    private static final NoteSigner A = NoteSigner.of("a.example/w", Kind.ED25519_COSIGNATURE);
    private static final NoteSigner A_TOO = NoteSigner.of("a.example/w", Kind.ML_DSA_44);
    private static final NoteSigner B = NoteSigner.of("b.example/w", Kind.ED25519_COSIGNATURE);
    private static final NoteSigner C = NoteSigner.of("c.example/w", Kind.ML_DSA_44);

    private static final String LINES =
            "log %s 0 - %s\nwitness A %s\nwitness A %s\nwitness B %s\nwitness C %s\n"
                    .formatted(ORIGIN, LOG.key(), A.key(), A_TOO.key(), B.key(), C.key());
    private static final String TWO_OF_THREE = LINES + "group most 2 A B C\nquorum most\n";

    /// A checkpoint of a public log with the key of one of its witnesses.
    @Test
    void a_published_cosignature_is_that_of_the_published_key() throws Exception {
        NoteKey remora =
                NoteKey.parse(
                        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");
        NoteKey log =
                NoteKey.parse(
                        "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
        String note = published();

        assertThat(SignedNote.parse(utf8(note)).times(List.of(log, remora)))
                .containsEntry(log, Instant.MIN)
                .containsEntry(remora, Instant.ofEpochSecond(0x6a122120))
                .hasSize(2);
        assertThatThrownBy(() ->
                        SignedNote.parse(utf8(note.replace("AAAABqEiEgPlf", "AAAABqEiEhPlf")))
                                .signers(List.of(remora)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("bad signature");
    }

    @Test
    void enough_witnesses_are_believed_whoever_they_are() throws Rejected {
        Policy policy = Policy.parse(TWO_OF_THREE);

        assertThat(policy.believe(note(A.line(TEXT, 1), A_TOO.line(TEXT, 1), B.line(TEXT, 1))))
                .hasFieldOrPropertyWithValue("size", 27_661L);
        assertThat(policy.believe(note(C.line(TEXT, 1), B.line(TEXT, 1)))).isNotNull();
        assertThat(policy.needsWitnesses()).isTrue();
    }

    @Test
    void too_few_witnesses_are_not_believed_whatever_the_log_has_signed() {
        Policy policy = Policy.parse(TWO_OF_THREE);

        assertTooFew(policy, note());
        assertTooFew(policy, note(B.line(TEXT, 1)));
        assertTooFew(policy, note(B.line(TEXT, 1), B.line(TEXT, 2)));
        assertTooFew(policy, note(B.line(TEXT, 1), A.line(TEXT, 1)));
        assertTooFew(policy, note(B.line(TEXT, 1), A_TOO.line(TEXT, 1)));
    }

    @Test
    void a_bad_cosignature_of_a_known_witness_rejects_the_note() {
        String ofAnother = A.line(TEXT.replace("27661", "27662"), 1);

        assertThatThrownBy(() ->
                        Policy.parse(TWO_OF_THREE)
                                .believe(note(ofAnother, C.line(TEXT, 1), B.line(TEXT, 1))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("bad signature by the known key a.example/w");
    }

    @Test
    void a_log_that_no_pinned_key_has_signed_is_not_believed_whoever_cosigned() throws Rejected {
        SignedNote note = SignedNote.parse(utf8(TEXT + "\n" + B.line(TEXT, 1) + C.line(TEXT, 1)));

        assertThatThrownBy(() -> Policy.parse(TWO_OF_THREE).believe(note))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("no known key has signed it");
    }

    @Test
    void it_is_as_fresh_as_the_last_moment_at_which_enough_had_cosigned() throws Rejected {
        SignedNote note =
                note(
                        A.line(TEXT, 500),
                        A_TOO.line(TEXT, 100),
                        B.line(TEXT, 200),
                        B.line(TEXT, 400),
                        C.line(TEXT, 300));

        assertThat(Policy.parse(TWO_OF_THREE).cosignedAt(note))
                .isEqualTo(Instant.ofEpochSecond(300));
        assertThat(Policy.parse(LINES + "quorum B").cosignedAt(note))
                .isEqualTo(Instant.ofEpochSecond(400));
        assertThat(Policy.parse(LINES + "group all all A B C\nquorum all").cosignedAt(note))
                .isEqualTo(Instant.ofEpochSecond(100));
        assertThat(
                        Policy.parse(
                                        LINES
                                                + "group two 2 A B\ngroup either any two C\nquorum either")
                                .cosignedAt(note))
                .isEqualTo(Instant.ofEpochSecond(300));
    }

    @Test
    void a_policy_can_ask_for_none() throws Rejected {
        assertThat(Policy.parse(LINES + "quorum none").believe(note())).isNotNull();
        assertThat(Policy.parse(LINES + "quorum none").needsWitnesses()).isFalse();
        assertThat(Policy.parse("log %s 0 - %s".formatted(ORIGIN, LOG.key())).believe(note()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum D",
                "quorum A\nquorum B",
                "quorum",
                "group most 0 A B\nquorum most",
                "group most 3 A B\nquorum most",
                "group most many A B\nquorum most",
                "group most 1\nquorum most",
                "group most 2 A A\nquorum most",
                "group most 1 A B\ngroup more 1 A C\nquorum most",
                "group A 1 B\nquorum A",
                "group none 1 B\nquorum none",
                "group most any more\ngroup more any A\nquorum most",
                "witness D\nquorum A",
                "witness D %1$s\nquorum A",
                "witness D %2$s\nquorum A",
                "witnesses A\nquorum A"
            })
    void a_policy_that_does_not_say_who_is_needed_is_refused(String lines) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(LINES + lines.formatted(LOG.key(), B.key())));
    }

    private static void assertTooFew(Policy policy, SignedNote note) {
        assertThatThrownBy(() -> policy.believe(note))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("too few witnesses have cosigned it");
    }

    private static SignedNote note(String... cosignatures) {
        try {
            return SignedNote.parse(
                    utf8(TEXT + "\n" + LOG.line(TEXT, 0) + String.join("", cosignatures)));
        } catch (Rejected e) {
            throw new IllegalStateException(e);
        }
    }

    private static String published() throws IOException {
        try (InputStream note =
                Objects.requireNonNull(PolicyTest.class.getResourceAsStream("cosigned.note"))) {
            return new String(note.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
