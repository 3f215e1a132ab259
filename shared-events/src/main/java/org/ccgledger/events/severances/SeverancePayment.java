package org.ccgledger.events.severances;

import org.ccgledger.events.Money;

/// What is paid on leaving.
///
/// @param contractual what is owed in any case
/// @param special what goes beyond that
public record SeverancePayment(Money contractual, Money special) {}
