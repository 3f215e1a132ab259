package org.ccgledger.events.performance;

import org.jspecify.annotations.Nullable;

/// How well a group discharged a duty. Official text, which names offices and no persons.
public record DutyFinding(AssessedDuty duty, String finding, @Nullable Outcome outcome) {}
