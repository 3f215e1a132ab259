package org.ccgledger.ledger;

/// The ledger could not do what was asked, for a reason that lies outside the request.
public abstract sealed class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LedgerException(String message) {
        super(message);
    }

    private LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Nothing was written, and nothing will be; try again later.
    public static final class Unavailable extends LedgerException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String why) {
            super("The ledger cannot be used at the moment: " + why);
        }

        public Unavailable(Throwable cause) {
            super(
                    "The ledger's database cannot be used at the moment: " + cause.getMessage(),
                    cause);
        }
    }

    /// Whether it was written, or will be, cannot be known; try again with the same command id.
    public static final class OutcomeUnknown extends LedgerException {
        private static final long serialVersionUID = 1L;

        OutcomeUnknown(String why) {
            super("Whether the append is written cannot be known: " + why);
        }
    }
}
