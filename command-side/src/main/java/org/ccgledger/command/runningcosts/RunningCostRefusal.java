package org.ccgledger.command.runningcosts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;

/// Every rule about running costs, by the reason it gives when it says no.
sealed interface RunningCostRefusal extends Refusal {

    /// R3: NHS Act 2006 s.223J: a group keeps within what it is given for its administration.
    @Rule(
            id = "R3",
            title = "A group plans to spend no more on running itself than its envelope",
            cure = "Plan for less, or have the allowance set first.")
    record RunningCostBudgetExceedsEnvelope(CcgCode ccg, Money planned, Money envelope)
            implements RunningCostRefusal {}

    /// R5: the Secretary of State to the National Association of Primary Care, 2 November 2011: who
    /// stays within the envelope chooses size and shape.
    @Rule(
            id = "R5",
            title =
                    "A structure is changed once it is shown to fit the envelope; nothing else bars it",
            cure =
                    "Send DemonstrateAffordability for the structure, with a cost within the envelope.")
    record AffordabilityNotDemonstrated(String structure, Money envelope)
            implements RunningCostRefusal {}

    /// R6: what groups share is borne by them in full.
    @Rule(
            id = "R6",
            title = "The shares of a cost add up to 100 per cent, the group's own among them",
            cure = "Give every group one share above 0, all together 100.")
    record CostShareInvalid(CostLine line, BigDecimal total, List<CcgCode> groups)
            implements RunningCostRefusal {}

    @Rule(
            title = "A budget is set by the end of its year, a structure changed within it",
            cure = "Give the year in which the day lies.")
    record InvalidPeriod(LocalDate day, FinancialYear fy) implements RunningCostRefusal {}
}
