package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.verifier.NoteKey.Kind;
import org.ccgledger.verifier.Wycheproof.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against Project Wycheproof's signatures.
class NoteKeyTest {

    @ParameterizedTest
    @MethodSource("org.ccgledger.verifier.Wycheproof#ed25519")
    void an_ed25519_signature_is_judged_as_project_wycheproof_judges_it(Vector vector) {
        assertThat(isSigned(vector, Kind.ED25519)).isEqualTo(vector.isValid());
    }

    @ParameterizedTest
    @MethodSource("org.ccgledger.verifier.Wycheproof#mlDsa44")
    void an_ml_dsa_44_signature_is_judged_as_project_wycheproof_judges_it(Vector vector) {
        assertThat(isSigned(vector, Kind.ML_DSA_44)).isEqualTo(vector.isValid());
    }

    @Test
    void both_kinds_have_vectors_of_both_verdicts() {
        assertThat(Wycheproof.ed25519()).hasSize(145).extracting(Vector::isValid).contains(false);
        assertThat(Wycheproof.mlDsa44()).hasSize(77).extracting(Vector::isValid).contains(false);
    }

    private static boolean isSigned(Vector vector, Kind kind) {
        NoteKey key;
        try {
            key = NoteKey.parse(vector.verifierKey(kind == Kind.ED25519 ? 1 : 6));
        } catch (IllegalArgumentException _) {
            return false;
        }
        return key.verifies(vector.message(), vector.signature());
    }
}
