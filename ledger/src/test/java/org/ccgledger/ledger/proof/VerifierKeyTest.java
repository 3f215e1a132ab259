package org.ccgledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.verifier.Wycheproof.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against Project Wycheproof's signatures, by keys of witnesses.
class VerifierKeyTest {

    private static final int ED25519_COSIGNATURE = 4;
    private static final int ML_DSA_44 = 6;

    @ParameterizedTest
    @MethodSource("org.ccgledger.verifier.Wycheproof#ed25519")
    void an_ed25519_signature_is_judged_as_project_wycheproof_judges_it(Vector vector) {
        assertThat(isSigned(vector, ED25519_COSIGNATURE)).isEqualTo(vector.isValid());
    }

    @ParameterizedTest
    @MethodSource("org.ccgledger.verifier.Wycheproof#mlDsa44")
    void an_ml_dsa_44_signature_is_judged_as_project_wycheproof_judges_it(Vector vector) {
        assertThat(isSigned(vector, ML_DSA_44)).isEqualTo(vector.isValid());
    }

    private static boolean isSigned(Vector vector, int kind) {
        VerifierKey key;
        try {
            key = VerifierKey.ofWitness(vector.verifierKey(kind));
        } catch (IllegalArgumentException _) {
            return false;
        }
        return key.hasSigned(vector.message(), vector.signature());
    }
}
