package org.ccgledger.ledger;

/// The ledger could not do what was asked, for a reason that lies outside the request.
public abstract sealed class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Nothing was written; try again later.
    public static final class Unavailable extends LedgerException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super(
                    "The ledger's database cannot be used at the moment: " + cause.getMessage(),
                    cause);
        }
    }

    /// Whether it was written cannot be known; try again with the same command id.
    public static final class OutcomeUnknown extends LedgerException {
        private static final long serialVersionUID = 1L;

        OutcomeUnknown(Throwable cause) {
            super(
                    "The connection ended while the append was being committed: "
                            + cause.getMessage(),
                    cause);
        }
    }
}
