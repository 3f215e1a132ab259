package org.ccgledger.events.authorisation;

import org.ccgledger.events.CriterionId;
import org.ccgledger.events.conditions.SupportLevel;
import org.jspecify.annotations.Nullable;

/// A condition as the Conditions Panel proposes it. Without a criterion it must be bespoke.
public record RecommendedCondition(
        @Nullable CriterionId criterion, boolean bespoke, String text, SupportLevel level) {}
