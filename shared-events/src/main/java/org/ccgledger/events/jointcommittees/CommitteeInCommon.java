package org.ccgledger.events.jointcommittees;

import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeId;

/// A group's own committee that sits in one room with those of other groups.
public record CommitteeInCommon(CommitteeId committee, CcgCode ccg) {}
