package org.ccgledger.verifier;

/// Says in which way a file of a bundle does not have its format.
final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String how) {
        super(how);
    }

    /// As the end of a sentence that begins with the file.
    String how() {
        return String.valueOf(getMessage());
    }
}
