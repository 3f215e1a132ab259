package org.ccgledger.standalone.england;

/// The three ways in which a group was authorised. Refusal, the fourth, never came about.
public enum PlannedOutcome {
    AUTHORISED,
    AUTHORISED_WITH_CONDITIONS,
    AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS;

    /// Whether any condition was imposed.
    public boolean hasConditions() {
        return this != AUTHORISED;
    }

    /// Whether a direction was issued in the same decision.
    public boolean hasDirections() {
        return this == AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS;
    }
}
