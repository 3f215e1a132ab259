package org.ccgledger.events.runningcosts;

import org.ccgledger.events.Money;

/// From how much to how much a head, both included.
public record PerHeadRange(Money from, Money to) {

    public boolean contains(Money amount) {
        return !from.isMoreThan(amount) && !amount.isMoreThan(to);
    }
}
