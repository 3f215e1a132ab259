package org.ccgledger.events.conditions;

import org.ccgledger.events.ConditionId;
import org.jspecify.annotations.Nullable;

/// What a review decided about one condition.
public record ReviewOutcome(
        ConditionId condition,
        ReviewAction action,
        @Nullable SupportLevel newLevel,
        @Nullable String newText,
        @Nullable String reason) {}
