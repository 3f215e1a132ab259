package org.ccgledger.events.performance;

import java.math.BigDecimal;
import org.ccgledger.events.FinancialYear;

/// What was achieved of what was aimed at.
///
/// @param measuredFor the year whose outcome it is
public record Outcome(
        String indicator, FinancialYear measuredFor, BigDecimal target, BigDecimal achieved) {}
