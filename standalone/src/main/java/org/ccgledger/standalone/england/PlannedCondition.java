package org.ccgledger.standalone.england;

import org.ccgledger.events.conditions.SupportLevel;

/// A condition of authorisation: the criterion that was not met, and the support it brings.
///
/// A group has at most one condition a criterion, so the criterion names the condition.
public record PlannedCondition(String criterion, SupportLevel level, Provenance provenance) {

    PlannedCondition at(SupportLevel newLevel) {
        return new PlannedCondition(criterion, newLevel, provenance);
    }
}
