package org.ccgledger.events.authorisation;

import org.ccgledger.events.CriterionId;

/// A result that moderation changed.
public record CriterionChange(CriterionId criterion, AssessmentResult result, String reason) {}
