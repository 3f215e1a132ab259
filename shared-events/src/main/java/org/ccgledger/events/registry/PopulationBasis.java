package org.ccgledger.events.registry;

/// How heads were counted.
public enum PopulationBasis {
    /// Patients on practices' lists.
    LIST,
    /// List sizes moderated to the Office for National Statistics' projections.
    ONS_MODERATED
}
