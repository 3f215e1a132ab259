package org.ccgledger.events.authorisation;

/// The step of the assessment at which a criterion was judged.
public enum AssessmentStage {
    DESK_TOP,
    SITE_VISIT,
    MODERATION
}
