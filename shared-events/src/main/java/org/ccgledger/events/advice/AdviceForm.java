package org.ccgledger.events.advice;

/// What an advice reads like.
public enum AdviceForm {
    OPINION,
    RECOMMENDATION,
    /// It tells the group what to do, which advice is not to do.
    INSTRUCTION
}
