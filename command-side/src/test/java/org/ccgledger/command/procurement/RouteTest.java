package org.ccgledger.command.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.command.procurement.Procured.*;
import static org.ccgledger.events.procurement.ProcurementRoute.*;

import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final DecideProcurementRoute CONTINUE =
            decide(CONTINUE_EXISTING, FIRST, "Patients are satisfied", null);

    private static ServiceNeedIdentified need(FunctionCode function) {
        return new ServiceNeedIdentified(
                URGENT_CARE, THURROCK, function, "Urgent care", null, GO_LIVE);
    }

    @Test
    void a_group_continues_with_the_present_provider_for_reasons() {
        officer().given(Procured.need()).when(CONTINUE).thenAccepted(decided(CONTINUE, GO_LIVE));
    }

    @Test
    void nobody_else_decides_on_competition() {
        CompetitionDecisionReservedToCCG reserved = new CompetitionDecisionReservedToCCG(THURROCK);
        assertThat(reserved.code()).isEqualTo("COMPETITION_DECISION_RESERVED_TO_CCG");
        Specification begun = officer().given(Procured.need());
        begun.by(Role.AREA_TEAM, new BodyRef("AREA_TEAM/Q57")).when(CONTINUE).thenRefused(reserved);
        begun.by(Role.BOARD_OFFICER, BodyRef.BOARD).when(CONTINUE).thenRefused(reserved);
        begun.by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(NEIGHBOUR))
                .when(CONTINUE)
                .thenRefused(reserved);
        begun.by(Role.CCG_GOVERNANCE_LEAD, GROUP).when(CONTINUE).thenRefused(reserved);
    }

    @Test
    void a_procurement_is_found_once_it_has_begun_and_for_its_group_alone() {
        officer().when(CONTINUE).thenNotFound();
        CcgCode other = NEIGHBOUR;
        officer()
                .given(Procured.need())
                .when(
                        new DecideProcurementRoute(
                                URGENT_CARE,
                                other,
                                CONTINUE.route(),
                                List.of(),
                                FIRST,
                                "Patients are satisfied",
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                MINUTES))
                .thenNotFound();
    }

    @Test
    void the_group_is_operational_and_exercises_the_function_itself() {
        officer()
                .given(need(PLANNING))
                .on(GO_LIVE.minusDays(1))
                .when(CONTINUE)
                .thenRefused(new CCGNotOperational(THURROCK, GO_LIVE.minusDays(1)));
        officer()
                .given(need(ACUTE))
                .when(CONTINUE)
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.BOARD));
    }

    @Test
    void a_route_has_reasons_and_the_present_service_is_looked_at_before_it_goes_on() {
        officer()
                .given(Procured.need())
                .withoutReasons()
                .when(CONTINUE)
                .thenRefused(new ReasonsRequired(List.of("reasons")));
        officer()
                .given(Procured.need())
                .when(decide(CONTINUE_EXISTING, FIRST, null, null))
                .thenRefused(new ReasonsRequired(List.of("existingService")));
        officer()
                .given(Procured.need())
                .when(decide(OPEN_COMPETITION, null, null, null))
                .thenAccepted(ProcurementRouteDecided.class);
    }

    @Test
    void no_sector_is_preferred() {
        officer()
                .given(Procured.need())
                .when(decide(OPEN_COMPETITION, null, null, null, SelectionGround.OWNERSHIP))
                .thenRefused(new OwnershipDiscrimination("OWNERSHIP"));
        officer()
                .given(Procured.need())
                .when(decide(NHS_ONLY_COMPETITION, null, null, null))
                .thenRefused(new OwnershipDiscrimination("NHS_ONLY_COMPETITION"));
        officer()
                .given(Procured.need())
                .when(decide(NHS_ONLY_COMPETITION, null, null, "It needs an emergency department"))
                .thenAccepted(ProcurementRouteDecided.class);
    }

    @Test
    void a_single_provider_is_justified_by_nobody_else_being_capable() {
        officer()
                .given(Procured.need())
                .when(decide(SINGLE_CAPABLE, FIRST, null, null))
                .thenRefused(new SingleProviderNotJustified(FIRST));
        officer()
                .given(Procured.need())
                .when(decide(SINGLE_CAPABLE, FIRST, null, "Nobody else has the staff"))
                .thenAccepted(ProcurementRouteDecided.class);
        assertThat(decide(SINGLE_CAPABLE, null, null, null).fieldErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/provider"));
    }

    @Test
    void a_route_is_decided_once() {
        officer().given(Procured.need(), decided(CONTINUE, GO_LIVE)).when(CONTINUE).thenUnchanged();
        officer()
                .given(Procured.need(), decided(CONTINUE, GO_LIVE))
                .when(decide(OPEN_COMPETITION, null, null, null))
                .thenRefused(new AlreadyDecided(GO_LIVE));
    }

    @Test
    void what_providers_compete_for_is_advertised() {
        AdvertiseOpportunity advertise = new AdvertiseOpportunity(URGENT_CARE, THURROCK, URL);
        lead().given(Procured.need(), decided(OPEN_COMPETITION))
                .on(ADVERTISED_ON)
                .when(advertise)
                .thenAccepted(advertised());
        lead().given(Procured.need(), decided(OPEN_COMPETITION), advertised())
                .when(advertise)
                .thenUnchanged();
        lead().given(Procured.need()).when(advertise).thenRefused(new RouteNotDecided(URGENT_CARE));
        for (ProcurementRoute route : List.of(CONTINUE_EXISTING, SINGLE_CAPABLE)) {
            lead().given(Procured.need(), decided(route))
                    .when(advertise)
                    .thenRefused(new RouteNotCompetitive(route));
        }
    }
}
