package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the examples of C2SP's signed-note and of Go's package `note` (BSD-3-Clause), and the
/// traps of the specification.
class SignedNoteTest {

    private static final NoteKey EXAMPLE =
            NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String EXAMPLE_NOTE =
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final NoteKey PETER =
            NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final NoteKey ENOCH =
            NoteKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String BY_PETER =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String BY_ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void published_notes_are_signed_by_the_published_keys() throws Rejected {
        assertThat(parse(EXAMPLE_NOTE).signers(List.of(EXAMPLE, PETER))).containsExactly(EXAMPLE);
        assertThat(parse(EXAMPLE_NOTE).text()).isEqualTo("This is an example message.\n");

        SignedNote both = parse(TEXT + "\n" + BY_PETER + BY_ENOCH);
        assertThat(both.text()).isEqualTo(TEXT);
        assertThat(both.signers(List.of(PETER, ENOCH))).containsExactly(PETER, ENOCH);
    }

    @Test
    void keys_are_written_as_they_were_read() {
        assertThat(EXAMPLE.id()).isEqualTo("530d903a");
        assertThat(List.of(EXAMPLE, PETER, ENOCH))
                .extracting(NoteKey::toString)
                .contains("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Of another length, and of an unknown kind, each with the id that fits it.
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
                "PeterNeumann+c74f20a3",
                ""
            })
    void what_is_no_key_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NoteKey.parse(text));
    }

    @Test
    void a_note_that_no_known_key_has_signed_is_rejected() throws Rejected {
        assertRejected(parse(EXAMPLE_NOTE), "no known key", PETER, ENOCH);
        assertRejected(parse(EXAMPLE_NOTE), "no known key");
    }

    @Test
    void another_text_under_a_known_key_is_rejected() throws Rejected {
        assertRejected(
                parse(EXAMPLE_NOTE.replace("example message", "exanple message")),
                "bad signature by the known key example.com/foo+530d903a",
                EXAMPLE);
    }

    @Test
    void a_known_key_with_a_bad_signature_rejects_the_note_whatever_else_has_signed_it()
            throws Rejected {
        String bad = BY_ENOCH.replace("5n2tiOHp", "5n2tiOHq");

        assertRejected(parse(TEXT + "\n" + BY_PETER + bad), "bad signature", PETER, ENOCH);
        assertRejected(parse(TEXT + "\n" + bad + BY_PETER), "bad signature", PETER, ENOCH);
        assertThat(parse(TEXT + "\n" + BY_PETER + bad).signers(List.of(PETER)))
                .containsExactly(PETER);
    }

    @Test
    void an_id_that_collides_says_nothing_without_the_name_and_is_a_bad_signature_with_it()
            throws Rejected {
        String signature = BY_PETER.split(" ", -1)[2];
        String underAnotherName = "— Impostor " + signature;
        assertThat(parse(TEXT + "\n" + underAnotherName + BY_PETER).signers(List.of(PETER)))
                .containsExactly(PETER);

        byte[] collides = Base64.getMimeDecoder().decode(BY_ENOCH.split(" ", -1)[2]);
        byte[] ofPeter = Base64.getMimeDecoder().decode(signature);
        System.arraycopy(ofPeter, 0, collides, 0, 4);
        String withAnotherKey =
                "— PeterNeumann " + Base64.getEncoder().encodeToString(collides) + "\n";
        assertRejected(parse(TEXT + "\n" + BY_PETER + withAnotherKey), "bad signature", PETER);

        byte[] another = ofPeter.clone();
        another[3] ^= 1;
        String underAnotherId =
                "— PeterNeumann " + Base64.getEncoder().encodeToString(another) + "\n";
        assertRejected(parse(TEXT + "\n" + underAnotherId), "no known key", PETER);
    }

    @Test
    void two_known_keys_of_one_name_and_id_are_not_told_apart() throws Rejected {
        NoteKey twin = NoteKey.parse(PETER.toString());

        assertRejected(parse(TEXT + "\n" + BY_PETER), "two known keys", PETER, twin);
        assertThat(parse(TEXT + "\n" + BY_ENOCH).signers(List.of(PETER, twin, ENOCH)))
                .containsExactly(ENOCH);
    }

    @Test
    void at_least_sixteen_signatures_are_read_and_not_any_number() throws Rejected {
        assertThat(parse(TEXT + "\n" + BY_ENOCH.repeat(15) + BY_PETER).signers(List.of(PETER)))
                .containsExactly(PETER);
        assertThat(parse(TEXT + "\n" + BY_PETER.repeat(64)).signers(List.of(PETER)))
                .containsExactly(PETER);
        assertThatThrownBy(() -> parse(TEXT + "\n" + BY_PETER.repeat(65)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> parse("x".repeat(600_000) + "\n\n" + BY_PETER))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void what_is_no_note_is_rejected() {
        for (String broken :
                List.of(
                        "",
                        TEXT,
                        TEXT + "\n",
                        TEXT + "\n" + BY_PETER.strip(),
                        "\u0001" + TEXT + "\n" + BY_PETER,
                        "\t" + TEXT + "\n" + BY_PETER,
                        TEXT + "\n" + BY_PETER + "Unexpected line.\n",
                        TEXT + "\n" + BY_PETER.replace("Neumann", " Neumann"),
                        TEXT + "\n" + BY_PETER.replace("Neumann", "+Neumann"),
                        TEXT + "\n" + BY_PETER.replace("Neumann", "\u00a0Neumann"),
                        TEXT + "\n" + BY_PETER.replace("=", ""),
                        TEXT + "\n— PeterNeumann x08gow==\n",
                        TEXT + "\n" + BY_PETER.replace("—", "-"))) {
            assertThatThrownBy(() -> parse(broken)).as(broken).isInstanceOf(Rejected.class);
        }
        byte[] latin = (TEXT + "\n" + BY_PETER).getBytes(StandardCharsets.UTF_8);
        latin[0] = (byte) 0xff;
        assertThatThrownBy(() -> SignedNote.parse(latin)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_checkpoint_has_three_lines() {
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

        assertThat(CheckpointText.parse("example.com/behind-the-sofa\n20852163\n" + root + "\n"))
                .hasValueSatisfying(checkpoint -> {
                    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
                    assertThat(checkpoint.size()).isEqualTo(20_852_163);
                    assertThat(checkpoint.root()).hasSize(32);
                });
        assertThat(CheckpointText.parse("log\n0\n" + root + "\n")).isPresent();
        for (String broken :
                List.of(
                        "log\n01\n" + root + "\n",
                        "log\n-1\n" + root + "\n",
                        "log\n+1\n" + root + "\n",
                        "log\n9223372036854775808\n" + root + "\n",
                        "\n1\n" + root + "\n",
                        "log\n1\n" + root,
                        "log\n1\n" + root.replace("=", "") + "\n",
                        "log\n1\n" + root.replace("2I=", "2J=") + "\n",
                        "log\n1\n" + root + "\nan extension that not every key signs\n")) {
            assertThat(CheckpointText.parse(broken)).as(broken).isEmpty();
        }
    }

    private static SignedNote parse(String note) throws Rejected {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRejected(SignedNote note, String why, NoteKey... known) {
        assertThatThrownBy(() -> note.signers(List.of(known)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(why);
    }
}
