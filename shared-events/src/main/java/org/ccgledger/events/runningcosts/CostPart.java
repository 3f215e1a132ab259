package org.ccgledger.events.runningcosts;

import java.math.BigDecimal;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Money;

/// What a group bears of a cost that groups share.
public record CostPart(CcgCode ccg, BigDecimal percent, Money amount) {}
