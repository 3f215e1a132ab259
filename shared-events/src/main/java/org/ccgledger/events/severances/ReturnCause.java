package org.ccgledger.events.severances;

/// Why an agreement is returned to the employer.
public enum ReturnCause {
    GAGGING_CLAUSE,
    WHISTLEBLOWING_STATEMENT,
    EMPLOYEE_NOT_INFORMED,
    PAYMENT,
    OTHER
}
