package org.ccgledger.events.conduct;

/// A part of the mandatory training on conflicts of interest.
public enum TrainingModule {
    MODULE_1,
    MODULE_2,
    MODULE_3
}
