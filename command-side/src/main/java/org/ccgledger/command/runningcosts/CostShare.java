package org.ccgledger.command.runningcosts;

import java.math.BigDecimal;
import org.ccgledger.events.CcgCode;

/// How much of a cost a group bears.
public record CostShare(CcgCode ccg, BigDecimal percent) {}
