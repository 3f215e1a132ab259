package org.ccgledger.events.meetings;

/// In which capacity somebody attends a meeting.
public enum AttendeeCapacity {
    VOTING_MEMBER,
    /// In a voting member's place, as the terms of reference allow.
    DEPUTY,
    /// Without a vote.
    IN_ATTENDANCE;

    public boolean votes() {
        return switch (this) {
            case VOTING_MEMBER, DEPUTY -> true;
            case IN_ATTENDANCE -> false;
        };
    }
}
