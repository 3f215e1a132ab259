package org.ccgledger.events.procurement;

/// What was ruled on somebody's conflict of interest.
public enum ConflictRuling {
    /// It is noted, and nothing follows.
    NOTE,
    /// The person stays for the debate and not for the decision.
    STAY_NO_VOTE,
    /// The person takes no part.
    EXCLUDE
}
