package org.ccgledger.command.procurement;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Role;
import org.ccgledger.events.procurement.AwardRecord;
import org.ccgledger.events.procurement.DutiesNote;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.jspecify.annotations.Nullable;

/// The stages of one procurement, for tests: urgent care for Thurrock, for which two providers
/// offer; [Declared#GP] may have an interest in the first.
final class Procured {

    static final ProcurementId URGENT_CARE = new ProcurementId("07G-urgent-care");
    static final BodyRef GROUP = BodyRef.ccg(THURROCK);
    static final BodyRef FIRST = new BodyRef("PROVIDER/NQ101");
    static final BodyRef SECOND = new BodyRef("PROVIDER/RWN");
    static final PersonId NURSE = new PersonId("5b6f8f0e-61c7-4d0c-8d8e-27f0a1b9c3d4");
    static final DocRef MINUTES = DocRef.titled("Minutes of the governing body");
    static final String URL = "https://www.example.org/opportunity";
    static final LocalDate ADVERTISED_ON = GO_LIVE.plusMonths(2);
    static final LocalDate BID_ON = GO_LIVE.plusMonths(3);
    static final LocalDate AWARDED_ON = GO_LIVE.plusMonths(4);
    static final Period TERM = new Period(LocalDate.of(2014, 4, 1), LocalDate.of(2017, 3, 31));
    static final Duties DUTIES = new Duties("Less travelling", "Shorter waits", "With 111");

    private Procured() {}

    static Specification officer() {
        return Specification.of(ProcurementDecider.DECIDER)
                .given(directed(), established(THURROCK))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, GROUP);
    }

    static Specification lead() {
        return officer().by(Role.CCG_GOVERNANCE_LEAD, GROUP);
    }

    static ServiceNeedIdentified need() {
        return new ServiceNeedIdentified(
                URGENT_CARE, THURROCK, PLANNING, "Urgent care", null, GO_LIVE);
    }

    static DecideProcurementRoute decide(
            ProcurementRoute route,
            @Nullable BodyRef provider,
            @Nullable String existingService,
            @Nullable String noOtherCapable,
            SelectionGround... grounds) {
        return new DecideProcurementRoute(
                URGENT_CARE,
                THURROCK,
                route,
                List.of(grounds),
                provider,
                existingService,
                noOtherCapable,
                List.of(),
                NURSE,
                null,
                "Governing body",
                MINUTES);
    }

    static ProcurementRouteDecided decided(DecideProcurementRoute command, LocalDate on) {
        return new ProcurementRouteDecided(
                URGENT_CARE,
                THURROCK,
                command.route(),
                command.grounds(),
                command.provider(),
                command.existingService(),
                command.noOtherCapable(),
                command.collaborators(),
                command.clinicalLead(),
                command.contractManager(),
                command.committee(),
                command.decision(),
                on);
    }

    static ProcurementRouteDecided decided(ProcurementRoute route) {
        return decided(
                decide(
                        route,
                        route.isCompetitive() ? null : FIRST,
                        "Patients are satisfied",
                        "Nobody else has the staff",
                        SelectionGround.QUALITY),
                GO_LIVE.plusMonths(1));
    }

    static OpportunityAdvertised advertised() {
        return new OpportunityAdvertised(URGENT_CARE, THURROCK, URL, ADVERTISED_ON);
    }

    static BidRecorded bid(BodyRef provider) {
        return new BidRecorded(URGENT_CARE, THURROCK, provider, "A provider", BID_ON);
    }

    static EvaluateBid evaluate(BodyRef provider, PersonId evaluator) {
        return new EvaluateBid(URGENT_CARE, THURROCK, provider, new BigDecimal("71.5"), evaluator);
    }

    static BidEvaluated evaluated(BodyRef provider, PersonId evaluator) {
        return new BidEvaluated(
                URGENT_CARE, THURROCK, provider, new BigDecimal("71.5"), evaluator, BID_ON);
    }

    /// Both have offered, and nobody has judged.
    static List<CcgEvent> offered(ProcurementRoute route) {
        List<CcgEvent> events = new ArrayList<>(List.of(need(), decided(route)));
        if (route.isOpen()) {
            events.add(advertised());
        }
        events.addAll(List.of(bid(FIRST), bid(SECOND)));
        return events;
    }

    static Money pounds(String amount) {
        return new Money(amount);
    }

    static AwardContract award(BodyRef provider, PersonId decider, SelectionGround... grounds) {
        return new AwardContract(
                URGENT_CARE,
                THURROCK,
                provider,
                "A provider",
                "1 High Street, Grays",
                "Urgent care around the clock",
                pounds("1200000.00"),
                null,
                TERM,
                "Open competition",
                DUTIES,
                List.of(grounds),
                List.of(decider),
                List.of(),
                null,
                "Governing body",
                MINUTES,
                null);
    }

    static ContractAwarded awarded(BodyRef provider, LocalDate on) {
        return new ContractAwarded(
                URGENT_CARE,
                THURROCK,
                new AwardRecord(
                        provider,
                        "A provider",
                        "1 High Street, Grays",
                        "Urgent care around the clock",
                        pounds("1200000.00"),
                        TERM,
                        "Open competition",
                        new DutiesNote("Less travelling", "Shorter waits", "With 111")),
                null,
                List.of(),
                List.of(NURSE),
                List.of(),
                null,
                "Governing body",
                MINUTES,
                null,
                on);
    }
}
