package org.ccgledger.events.procurement;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;

/// What is recorded and published of a contract: SI 2013/500 reg 9.
///
/// @param registeredOffice the address at which the provider is registered
/// @param amount to be paid in all
/// @param process by which the provider was selected
/// @param duties how the award complies with those of the group
public record AwardRecord(
        BodyRef provider,
        String providerName,
        String registeredOffice,
        String services,
        Money amount,
        Period period,
        String process,
        DutiesNote duties) {}
