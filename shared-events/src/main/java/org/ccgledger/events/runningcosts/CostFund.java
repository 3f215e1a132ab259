package org.ccgledger.events.runningcosts;

/// The money to which a cost is booked.
public enum CostFund {
    /// What a group has for running itself.
    RUNNING_COSTS,
    /// What a group has for health care, which pays for no running costs.
    PROGRAMME
}
