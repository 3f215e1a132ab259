package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The format of C2SP's tlog-proof, with the example of its specification.
class TlogProofTest {

    private static final String HASHES =
            """
            gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
            B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
            EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
            RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
            AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=
            """;
    private static final String CHECKPOINT =
            """
            example.com/fancylog
            109482
            sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

            \u2014 example.com/fancylog hI2DJw==
            """;
    private static final String FIRST = "c2sp.org/tlog-proof@v1\n";
    private static final String EXAMPLE =
            FIRST + "extra YWdl\nindex 73894\n" + HASHES + "\n" + CHECKPOINT;

    @Test
    void the_specifications_example_is_read_and_written_as_it_was() throws Rejected {
        TlogProof proof = TlogProof.parse(utf8(EXAMPLE));

        assertThat(proof.index()).isEqualTo(73_894);
        assertThat(proof.extra()).isEqualTo(utf8("age"));
        assertThat(proof.hashes()).hasSize(5).allMatch(hash -> hash.length == 32);
        assertThat(proof.note()).isEqualTo(utf8(CHECKPOINT));
        assertThat(proof.bytes()).isEqualTo(utf8(EXAMPLE));
    }

    @Test
    void extra_data_and_hashes_may_be_missing() throws Rejected {
        TlogProof proof = TlogProof.parse(utf8(FIRST + "index 0\n\n" + CHECKPOINT));

        assertThat(proof.extra()).isNull();
        assertThat(proof.hashes()).isEmpty();
        assertThat(proof.bytes()).isEqualTo(utf8(FIRST + "index 0\n\n" + CHECKPOINT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nextra YWdl\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra YWd\nindex 1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra YWe=\nindex 1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nno hash\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nYWdl",
                "c2sp.org/tlog-proof@v1\r\nindex 1\r\n\r\nnote\r\n"
            })
    void what_is_no_proof_is_rejected(String text) {
        assertThatThrownBy(() -> TlogProof.parse(utf8(text))).isInstanceOf(Rejected.class);
    }

    @Test
    void a_proof_is_of_bounded_length() {
        String hash = "AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n";

        assertThatThrownBy(() ->
                        TlogProof.parse(utf8(FIRST + "index 1\n" + hash.repeat(64) + "\nnote\n")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("more than 63 hashes");
        assertThatThrownBy(() -> TlogProof.parse(new byte[TlogProof.LONGEST + 1]))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void a_hash_of_another_length_proves_nothing() throws Rejected {
        TlogProof proof = TlogProof.parse(utf8(FIRST + "index 0\nYWdl\n\n" + CHECKPOINT));
        CheckpointText two = new CheckpointText("a", 2, Sha256.node(new byte[32], utf8("age")));

        assertThat(proof.shows(new byte[32], two)).isFalse();
        assertThat(
                        new TlogProof(0, null, List.of(new byte[32]), new byte[0])
                                .shows(
                                        new byte[32],
                                        new CheckpointText(
                                                "a", 2, Sha256.node(new byte[32], new byte[32]))))
                .isTrue();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
