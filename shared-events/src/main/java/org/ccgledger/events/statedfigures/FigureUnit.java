package org.ccgledger.events.statedfigures;

/// What a stated figure counts.
public enum FigureUnit {
    CCGS,
    PRACTICES,
    CRITERIA,
    PCTS,
    PERCENT,
    GBP
}
