package org.ccgledger.events.meetings;

/// What a chair rules on an interest in an item.
public enum Ruling {
    /// It is noted, and its holder takes part.
    NOTE,
    /// Its holder stays for the debate and does not vote.
    STAY_NO_VOTE,
    /// Its holder leaves debate and decision.
    EXCLUDE;

    public boolean barsFromVoting() {
        return switch (this) {
            case NOTE -> false;
            case STAY_NO_VOTE, EXCLUDE -> true;
        };
    }
}
