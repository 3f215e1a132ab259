package org.ccgledger.events.successions;

/// What the groups say on one factor.
public record AddressedFactor(MergerFactor factor, String text) {}
