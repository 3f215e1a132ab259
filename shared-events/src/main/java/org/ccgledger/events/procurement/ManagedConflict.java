package org.ccgledger.events.procurement;

import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;

/// A conflict of interest that came up, and what was ruled on it: SI 2013/500 reg 6(2).
public record ManagedConflict(PersonId person, InterestId interest, ConflictRuling ruling) {}
