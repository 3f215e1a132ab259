package org.ccgledger.events.concerns;

/// What a concern is about: Employment Rights Act 1996 s.43B(1).
public enum ConcernCategory {
    PATIENT_SAFETY,
    CRIMINAL_OFFENCE,
    LEGAL_OBLIGATION,
    MISCARRIAGE_OF_JUSTICE,
    ENVIRONMENT,
    CONCEALMENT
}
