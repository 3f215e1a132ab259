package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.advice.AdviceCommand.GiveAdvice;
import org.ccgledger.command.advice.AdviceCommand.RequestAdvice;
import org.ccgledger.command.advice.AdviceCommand.RespondToAdvice;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.tariffs.TariffCommand.AgreeTariffVariation;
import org.ccgledger.command.tariffs.TariffCommand.ProposeTariffVariation;
import org.ccgledger.command.tariffs.TariffCommand.PublishTariffVariation;
import org.ccgledger.events.Actor;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Role;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.advice.AdviceForm;
import org.ccgledger.events.advice.AdviceResponse;
import org.ccgledger.events.procurement.ContractEndCause;
import org.ccgledger.events.procurement.MonitorFinding;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffPurpose;

/// How the groups whose resources are told asked for advice, found providers of community services
/// and paid them, as commands.
///
/// All of it is synthetic and follows the law of its time: the five routes in turn; one procurement
/// of which somebody complains to Monitor, one contract that is varied and one that ends early; a
/// senate that instructs where it may only advise, and a group that does not accept advice; every
/// fourth group and its provider vary the tariff.
final class ServiceScript {

    private static final LocalDate ASKED_ON = LocalDate.of(2014, 3, 3);
    private static final LocalDate ADVISED_ON = LocalDate.of(2014, 4, 7);
    private static final LocalDate RESPONDED_ON = LocalDate.of(2014, 4, 28);
    private static final LocalDate NEEDED_ON = LocalDate.of(2014, 5, 1);
    private static final LocalDate DECIDED_ON = LocalDate.of(2014, 6, 2);
    private static final LocalDate ADVERTISED_ON = LocalDate.of(2014, 6, 16);
    private static final LocalDate OFFERED_ON = LocalDate.of(2014, 8, 1);
    private static final LocalDate EVALUATED_ON = LocalDate.of(2014, 9, 1);
    private static final LocalDate AWARDED_ON = LocalDate.of(2014, 10, 1);
    private static final LocalDate PROPOSED_ON = LocalDate.of(2014, 10, 6);
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2014, 10, 15);
    private static final LocalDate AGREED_ON = LocalDate.of(2014, 10, 20);
    private static final LocalDate COMPLAINED_ON = LocalDate.of(2014, 11, 3);
    private static final LocalDate BEGINS_ON = LocalDate.of(2014, 11, 10);
    private static final LocalDate FOUND_ON = LocalDate.of(2015, 2, 2);
    private static final LocalDate VARIED_ON = LocalDate.of(2015, 6, 1);
    private static final LocalDate ENDS_ON = LocalDate.of(2015, 12, 31);
    private static final Period CONTRACT = new Period(BEGINS_ON, LocalDate.of(2017, 10, 31));
    private static final int SENATES = 12;
    private static final int INSTRUCTED = 5;
    private static final int TARIFF_EVERY = 4;
    private static final FunctionCode FUNCTION = new FunctionCode("community-services");
    private static final String SERVICE = "Community services";
    private static final String REGULATIONS = "SI 2013/500";
    private static final String ACT = "NHS Act 2006";
    private static final BodyRef PRESENT = new BodyRef("PROVIDER/SYN-COMMUNITY-1");
    private static final BodyRef OTHER = new BodyRef("PROVIDER/SYN-COMMUNITY-2");
    private static final Money AMOUNT = new Money("3600000");
    private static final Actor MONITOR =
            Script.office("competition", Role.MONITOR, new BodyRef("MONITOR/MON"));
    private static final DocRef MINUTES = DocRef.titled("Minutes of the governing body");
    private static final Provenance SYNTHETIC =
            Provenance.synthetic("services, providers and prices stand in for those not recorded");

    private final EnglandPlan plan;
    private final Script script;

    ServiceScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        List<PlannedGroup> groups = plan.told();
        ProcurementRoute[] routes = ProcurementRoute.values();
        for (int i = 0; i < groups.size(); i++) {
            PlannedGroup group = groups.get(i);
            advise(group, i, i == groups.size() - 1);
            procure(group, routes[i % routes.length]);
            if (i % TARIFF_EVERY == 0) {
                varyTariff(group);
            }
        }
        vary(groups.get(0));
        end(groups.get(1));
        complain(groups.get(3));
    }

    /// The advice that reads like an instruction.
    AdviceId instruction() {
        return advice(plan.told().get(INSTRUCTED));
    }

    private static AdviceId advice(PlannedGroup group) {
        return new AdviceId(group.code() + "-community-advice");
    }

    private void advise(PlannedGroup group, int place, boolean isRejected) {
        AdviceId advice = advice(group);
        BodyRef senate = new BodyRef("SENATE/SYN-" + (place % SENATES + 1));
        boolean isInstruction = place == INSTRUCTED;
        boolean isAccepted = !isRejected && !isInstruction;
        officer(group, ASKED_ON, ACT, "s.14W")
                .sends(
                        new RequestAdvice(
                                advice,
                                group.ods(),
                                senate,
                                "How should community services join up with hospital care?"),
                        advice.value());
        line(
                        group,
                        Script.office("senate-council", Role.SENATE_MEMBER, senate),
                        ADVISED_ON,
                        ACT,
                        "s.14W")
                .sends(
                        new GiveAdvice(
                                advice,
                                group.ods(),
                                DocRef.titled("Letter of the senate"),
                                isInstruction ? AdviceForm.INSTRUCTION : AdviceForm.RECOMMENDATION,
                                null),
                        advice.value());
        officer(group, RESPONDED_ON, ACT, "s.14W")
                .because(
                        isAccepted
                                ? "The governing body agrees."
                                : "The decision is the group's, and its patients need another answer.")
                .sends(
                        new RespondToAdvice(
                                advice,
                                group.ods(),
                                isAccepted ? AdviceResponse.ACCEPTED : AdviceResponse.NOT_ACCEPTED,
                                isInstruction),
                        advice.value());
    }

    private static ProcurementId procurement(PlannedGroup group) {
        return new ProcurementId(group.code() + "-community-services");
    }

    private void procure(PlannedGroup group, ProcurementRoute route) {
        ProcurementId procurement = procurement(group);
        CcgCode ccg = group.ods();
        officer(group, NEEDED_ON, REGULATIONS, "reg 3")
                .sends(
                        new IdentifyServiceNeed(procurement, ccg, FUNCTION, SERVICE, null),
                        procurement.value());
        boolean isNarrowed =
                route == ProcurementRoute.SINGLE_CAPABLE
                        || route == ProcurementRoute.NHS_ONLY_COMPETITION;
        officer(group, DECIDED_ON, REGULATIONS, "reg 3")
                .because("It serves the patients of the group best.")
                .sends(
                        new DecideProcurementRoute(
                                procurement,
                                ccg,
                                route,
                                List.of(SelectionGround.PATIENTS_NEEDS, SelectionGround.QUALITY),
                                route.isCompetitive() ? null : PRESENT,
                                "The present service is safe, and slow for some patients.",
                                isNarrowed
                                        ? "Nobody else runs clinics with a hospital within reach."
                                        : null,
                                List.of(),
                                null,
                                null,
                                null,
                                MINUTES),
                        procurement.value());
        if (route.isCompetitive()) {
            compete(group, procurement);
        }
        award(group, procurement, route);
    }

    private void compete(PlannedGroup group, ProcurementId procurement) {
        CcgCode ccg = group.ods();
        lead(group, ADVERTISED_ON, "reg 4")
                .sends(
                        new AdvertiseOpportunity(
                                procurement, ccg, "https://contracts.example/" + procurement),
                        procurement.value());
        for (BodyRef provider : List.of(PRESENT, OTHER)) {
            lead(group, OFFERED_ON, "reg 3")
                    .sends(
                            new RecordBid(procurement, ccg, provider, name(provider)),
                            provider.code());
            lead(group, EVALUATED_ON, "reg 3")
                    .sends(
                            new EvaluateBid(
                                    procurement,
                                    ccg,
                                    provider,
                                    new BigDecimal(provider.equals(PRESENT) ? "81.5" : "76"),
                                    Script.person("procurement-evaluator", group.body())),
                            provider.code());
        }
    }

    private static String name(BodyRef provider) {
        return "Synthetic provider " + provider.code();
    }

    private void award(PlannedGroup group, ProcurementId procurement, ProcurementRoute route) {
        PersonId decider = Script.person("accountable-officer", group.body());
        officer(group, AWARDED_ON, REGULATIONS, "reg 9")
                .sends(
                        new AwardContract(
                                procurement,
                                group.ods(),
                                PRESENT,
                                name(PRESENT),
                                "Synthetic: an address in England",
                                SERVICE,
                                AMOUNT,
                                null,
                                CONTRACT,
                                "Decided by the governing body by the route " + route,
                                new Duties(
                                        "More care for the same money",
                                        "Shorter waits",
                                        "Joined up with hospital care"),
                                List.of(SelectionGround.QUALITY, SelectionGround.VALUE_FOR_MONEY),
                                List.of(decider),
                                List.of(),
                                null,
                                null,
                                MINUTES,
                                null),
                        procurement.value());
        lead(group, PUBLISHED_ON, "reg 9(1)")
                .sends(
                        new PublishAward(
                                procurement,
                                group.ods(),
                                PRESENT,
                                DocRef.titled("Record of the contract")),
                        procurement.value());
    }

    private void vary(PlannedGroup group) {
        officer(group, VARIED_ON, REGULATIONS, "reg 3")
                .sends(
                        new VaryContract(
                                procurement(group),
                                group.ods(),
                                PRESENT,
                                "Community services with a clinic at weekends",
                                new Money("3750000"),
                                CONTRACT,
                                "A clinic at weekends is added."),
                        "weekends");
    }

    private void end(PlannedGroup group) {
        officer(group, ENDS_ON, REGULATIONS, "reg 3")
                .sends(
                        new EndContract(
                                procurement(group),
                                group.ods(),
                                PRESENT,
                                ENDS_ON,
                                ContractEndCause.BY_AGREEMENT),
                        "end");
    }

    private void complain(PlannedGroup group) {
        ComplaintId complaint = new ComplaintId(procurement(group) + "-complaint");
        line(group, MONITOR, COMPLAINED_ON, REGULATIONS, "reg 13")
                .sends(
                        new RecordCompetitionComplaint(
                                procurement(group),
                                group.ods(),
                                complaint,
                                OTHER,
                                "The provider says that its offer was not read in full."),
                        complaint.value());
        line(group, MONITOR, FOUND_ON, REGULATIONS, "reg 13")
                .sends(
                        new RecordMonitorFinding(
                                procurement(group),
                                group.ods(),
                                complaint,
                                MonitorFinding.NO_BREACH,
                                "Both offers were read and judged in the same way."),
                        complaint.value());
    }

    private void varyTariff(PlannedGroup group) {
        TariffVariationId variation = new TariffVariationId(group.code() + "-community-price");
        String act = "Health and Social Care Act 2012";
        officer(group, PROPOSED_ON, act, "s.116(2)")
                .because("One price for the whole path of care lets it be joined up.")
                .sends(
                        new ProposeTariffVariation(
                                variation,
                                group.ods(),
                                PRESENT,
                                SERVICE,
                                TariffChangeKind.VARIATION,
                                "One price a patient instead of one a visit",
                                TariffPurpose.INTEGRATION,
                                CONTRACT),
                        variation.value());
        line(group, Script.office("contracts", Role.PROVIDER, PRESENT), AGREED_ON, act, "s.116(2)")
                .sends(
                        new AgreeTariffVariation(variation, group.ods(), PRESENT),
                        variation.value());
        line(group, EnglandScript.governanceLead(group), BEGINS_ON, act, "s.116(3)")
                .sends(
                        new PublishTariffVariation(
                                variation,
                                group.ods(),
                                DocRef.titled("Statement of the local variation"),
                                BEGINS_ON),
                        variation.value());
    }

    private Script.Line officer(
            PlannedGroup group, LocalDate on, String instrument, String provision) {
        return line(group, EnglandScript.accountableOfficer(group), on, instrument, provision);
    }

    private Script.Line lead(PlannedGroup group, LocalDate on, String provision) {
        return line(group, EnglandScript.governanceLead(group), on, REGULATIONS, provision);
    }

    private Script.Line line(
            PlannedGroup group, Actor actor, LocalDate on, String instrument, String provision) {
        return script.by(group.code(), actor, on).under(instrument, provision).knownFrom(SYNTHETIC);
    }
}
