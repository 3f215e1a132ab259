package org.ccgledger.events.runningcosts;

import java.util.List;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.Money;

/// What is to be spent on a line of a budget, and by whom.
///
/// @param amount the whole cost
/// @param parts of all groups that bear it; of the group alone whose budget it is, if it is not
///   shared
public record BudgetedLine(CostLine line, Money amount, List<CostPart> parts) {}
