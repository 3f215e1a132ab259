package org.ccgledger.events.conditions;

import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CriterionId;
import org.jspecify.annotations.Nullable;

/// A condition as it was imposed. Without a criterion it is bespoke.
public record ConditionTerms(
        ConditionId condition,
        @Nullable CriterionId criterion,
        boolean bespoke,
        String text,
        SupportLevel level) {}
