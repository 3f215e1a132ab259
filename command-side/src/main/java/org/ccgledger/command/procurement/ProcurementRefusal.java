package org.ccgledger.command.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.Money;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.procurement.ProcurementRoute;

/// Every rule about what a group commissions, by the reason it gives when it says no.
sealed interface ProcurementRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group commissions once it is established, from 1 April 2013 on",
            cure = "Date the decision when the group is operational.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements ProcurementRefusal {}

    /// D7: SI 2012/1631 reg 8(5)(a), NHS Act 2006 s.14Z21.
    @Rule(
            id = "D7",
            title = "A group decides on a function only while it exercises it itself",
            cure = "Have the decision taken by the body that exercises the function.")
    record FunctionNotExercisable(FunctionCode function, BodyRef exercisedBy)
            implements ProcurementRefusal {}

    /// T1: SI 2013/500 reg 2 and 3 speak to the commissioner. The group, and the group alone,
    /// decides when and how competition is used, if at all.
    @Rule(
            id = "T1",
            title = "Whether and how competition is used is for the group alone to decide",
            cure = "Have the route decided by the group's accountable officer.",
            status = 403)
    record CompetitionDecisionReservedToCCG(CcgCode ccg) implements ProcurementRefusal {}

    /// T2: SI 2013/500 reg 2: the objective is to secure the needs of the people who use services.
    @Rule(
            id = "T2",
            title = "A route has reasons in the interest of patients, the present service included",
            cure = "Give `reasons`, and say in `existingService` what was found of the service.")
    record ReasonsRequired(List<String> missing) implements ProcurementRefusal {}

    /// T3: SI 2013/500 reg 3(2)(b): no provider or type of provider is treated more favourably than
    /// another, in particular on the basis of ownership.
    @Rule(
            id = "T3",
            title = "No provider is preferred or excluded for its sector or ownership",
            cure = "Decide on other grounds; for the NHS alone, say why nobody else is capable.")
    record OwnershipDiscrimination(String ground) implements ProcurementRefusal {}

    /// T4: SI 2013/500 reg 5(1): without advertisement and competition only where the services are
    /// capable of being provided only by that provider.
    @Rule(
            id = "T4",
            title = "Without competition the contract is the one provider's of whom it was decided",
            cure = "Say in `noOtherCapable` why nobody else is capable, or let providers compete.")
    record SingleProviderNotJustified(BodyRef provider) implements ProcurementRefusal {}

    /// T5: SI 2013/500 reg 6(1): no award where a conflict of interest affects, or appears to
    /// affect, its integrity.
    @Rule(
            id = "T5",
            title = "Nobody with a live interest in a bidder judges its offer or decides",
            cure = "Have it judged, and decided, by persons without an interest in a bidder.")
    record ConflictAffectsAward(PersonId person, Set<InterestId> interests)
            implements ProcurementRefusal {}

    /// T6: SI 2013/500 reg 9(1) and (2), reg 3(5) with NHS Act 2006 s.14Q, s.14R and s.14Z1.
    @Rule(
            id = "T6",
            title = "The record of a contract says all that is published, and how duties are met",
            cure = "Supply what is missing.")
    record AwardRecordIncomplete(List<String> missing) implements ProcurementRefusal {}

    /// T7: NHS Act 2006 s.14L(2): the governing body sees to it that the group acts economically.
    @Rule(
            id = "T7",
            title =
                    "An officer awards no contract beyond what the governing body has set, and raises none beyond it",
            cure = "Have the governing body raise the limit.")
    record ExceedsFinancialLimit(Money amount, Money limit) implements ProcurementRefusal {}

    /// T8: SI 2013/500 reg 4(2) and (3).
    @Rule(
            id = "T8",
            title = "What is open to every provider is advertised before offers are judged",
            cure = "Advertise the opportunity first.")
    record NotAdvertised(ProcurementRoute route) implements ProcurementRefusal {}

    @Rule(
            title = "The route is decided before what follows from it",
            cure = "Decide the procurement's route first.")
    record RouteNotDecided(ProcurementId procurement) implements ProcurementRefusal {}

    @Rule(
            title = "Only what providers compete for is advertised",
            cure = "Decide on a competitive route in a procurement of its own.")
    record RouteNotCompetitive(ProcurementRoute route) implements ProcurementRefusal {}

    @Rule(
            title = "Where providers compete, an offer is judged before it is taken",
            cure = "Record the provider's bid and evaluate it.")
    record BidNotEvaluated(BodyRef provider) implements ProcurementRefusal {}

    @Rule(
            title = "What is decided once is not decided otherwise",
            cure = "Vary or end the contract, or begin a procurement of its own.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements ProcurementRefusal {}

    @Rule(
            title = "Only a contract that has not ended is varied or ended",
            cure = "Award a contract in a procurement of its own.")
    record ContractNotLive(BodyRef provider, LocalDate lastDay) implements ProcurementRefusal {}

    @Rule(title = "A period's last day is not before its first", cure = "Give days in their order.")
    record InvalidPeriod(LocalDate from, LocalDate until) implements ProcurementRefusal {}

    @Rule(
            title = "The id of a procurement or a complaint stands for one of them",
            cure = "Give it an id of its own.",
            status = 409)
    record CodeInUse(String id) implements ProcurementRefusal {
        CodeInUse(ProcurementId procurement) {
            this(procurement.value());
        }

        CodeInUse(ComplaintId complaint) {
            this(complaint.value());
        }
    }
}
