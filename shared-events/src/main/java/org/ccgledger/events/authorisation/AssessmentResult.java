package org.ccgledger.events.authorisation;

/// Whether an application meets a criterion.
public enum AssessmentResult {
    MET,
    NOT_MET
}
