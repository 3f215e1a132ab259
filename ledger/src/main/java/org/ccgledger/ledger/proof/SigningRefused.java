package org.ccgledger.ledger.proof;

/// Says why no checkpoint may be signed: what was signed before would be contradicted.
final class SigningRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SigningRefused(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
