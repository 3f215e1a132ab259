package org.ccgledger.command.performance;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.FinancialYear;

/// Every rule about assessments, by the reason it gives when it says no.
sealed interface PerformanceRefusal extends Refusal {

    /// B3: NHS Act 2006 s.14Z16(4).
    @Rule(
            id = "B3",
            title = "A group is assessed after its health and wellbeing boards were consulted",
            cure = "Consult them, and give their views with the day on which they were asked.")
    record HwbNotConsulted(FinancialYear fy) implements PerformanceRefusal {}

    /// B4: the Secretary of State's letter of 2012: outcomes are accounted for within the resources
    /// given for them.
    @Rule(
            id = "B4",
            title = "An outcome is measured against the resources of its own year",
            cure = "Assess each outcome in the year for which it is measured.")
    record OutcomeOfAnotherYear(String indicator, FinancialYear measuredFor, FinancialYear fy)
            implements PerformanceRefusal {}

    @Rule(
            title = "A year is assessed once it has begun",
            cure = "Date the assessment on or after the first day of the year.")
    record InvalidPeriod(LocalDate day, FinancialYear fy) implements PerformanceRefusal {}

    @Rule(
            title = "A year is assessed once, and the assessment is published once",
            cure = "See what was decided; a correction is published as another document.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements PerformanceRefusal {}
}
