package org.ccgledger.command.tariffs;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.TariffVariationId;

/// Every rule about local changes of the tariff, by the reason it gives when it says no.
sealed interface TariffRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group changes prices once it is established, from 1 April 2013 on",
            cure = "Date the proposal when the group is operational.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements TariffRefusal {}

    /// L1: Health and Social Care Act 2012 s.116(2), s.124(1): commissioner and provider agree.
    @Rule(
            id = "L1",
            title = "A local change of the tariff is agreed by the provider",
            cure = "Have the provider send AgreeTariffVariation.")
    record ProviderAgreementMissing(BodyRef provider) implements TariffRefusal {}

    /// L3: Health and Social Care Act 2012 s.124(4): a modification has effect if Monitor approves
    /// it.
    @Rule(
            id = "L3",
            title = "A modification needs Monitor's approval",
            cure = "Wait for Monitor's approval, or agree a variation instead.")
    record MonitorApprovalRequired(TariffVariationId variation) implements TariffRefusal {}

    /// L3: s.116(2) asks for no approval.
    @Rule(
            id = "L3",
            title = "Monitor approves modifications, and not variations",
            cure = "Nothing is to be approved; publish the variation once it is agreed.")
    record ApprovalNotNeeded(TariffVariationId variation) implements TariffRefusal {}

    /// L4: the national tariff's rules on local variations: they are in the interest of patients.
    @Rule(
            id = "L4",
            title = "A local change of the tariff is for the interest of patients",
            cure = "Say in `reasons` how patients gain by it.")
    record ReasonsRequired() implements TariffRefusal {}

    @Rule(
            title = "Monitor decides on a modification once",
            cure = "Propose the change anew under an id of its own.",
            status = 409)
    record AlreadyDecided(LocalDate since) implements TariffRefusal {}

    @Rule(
            title = "Days come in their order",
            cure = "Give a last day after the first, and no day that is yet to come.")
    record InvalidPeriod(LocalDate from, LocalDate until) implements TariffRefusal {}

    @Rule(
            title = "The id of a change stands for one change",
            cure = "Give the change an id of its own.",
            status = 409)
    record CodeInUse(TariffVariationId variation) implements TariffRefusal {}
}
