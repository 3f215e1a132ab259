package org.ccgledger.events.instruments;

import org.ccgledger.events.PowerCode;

/// What an instrument makes lawful while it is in force: a power, exercised in a manner.
public record GivenPower(PowerCode power, PowerManner manner) {}
