package org.ccgledger.events.procurement;

/// How a provider is found: SI 2013/500.
public enum ProcurementRoute {
    /// The present provider goes on.
    CONTINUE_EXISTING,
    /// Reg 5: one provider alone is capable.
    SINGLE_CAPABLE,
    /// NHS bodies alone are capable, and compete.
    NHS_ONLY_COMPETITION,
    OPEN_COMPETITION,
    /// Everybody who qualifies is given a contract, and patients choose.
    ANY_QUALIFIED_PROVIDER;

    /// Whether several providers may offer.
    public boolean isCompetitive() {
        return switch (this) {
            case CONTINUE_EXISTING, SINGLE_CAPABLE -> false;
            case NHS_ONLY_COMPETITION, OPEN_COMPETITION, ANY_QUALIFIED_PROVIDER -> true;
        };
    }

    /// Whether any provider may offer.
    public boolean isOpen() {
        return switch (this) {
            case CONTINUE_EXISTING, SINGLE_CAPABLE, NHS_ONLY_COMPETITION -> false;
            case OPEN_COMPETITION, ANY_QUALIFIED_PROVIDER -> true;
        };
    }
}
