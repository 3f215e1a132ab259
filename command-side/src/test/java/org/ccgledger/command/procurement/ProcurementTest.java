package org.ccgledger.command.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.command.procurement.Procured.AWARDED_ON;
import static org.ccgledger.command.procurement.Procured.SECOND;
import static org.ccgledger.command.procurement.Procured.need;
import static org.ccgledger.command.procurement.Procured.officer;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.procurement.ProcurementCommand.IdentifyServiceNeed;
import org.ccgledger.command.procurement.ProcurementCommand.NovateProcurement;
import org.ccgledger.command.procurement.ProcurementCommand.RecordCompetitionComplaint;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Role;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.procurement.ProcurementEvent.CompetitionComplaintRecorded;
import org.ccgledger.events.procurement.ProcurementEvent.ProcurementNovated;
import org.ccgledger.events.procurement.ProcurementEvent.ServiceNeedIdentified;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.junit.jupiter.api.Test;

class ProcurementTest {

    private static final ProcurementId URGENT_CARE = new ProcurementId("07G-urgent-care");

    private static Specification thurrock() {
        return Specification.of(ProcurementDecider.DECIDER)
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .on(GO_LIVE);
    }

    private static IdentifyServiceNeed identify(FunctionCode function) {
        return new IdentifyServiceNeed(URGENT_CARE, THURROCK, function, "Urgent care", null);
    }

    private static ServiceNeedIdentified identified(FunctionCode function) {
        return new ServiceNeedIdentified(
                URGENT_CARE, THURROCK, function, "Urgent care", null, GO_LIVE);
    }

    @Test
    void a_group_identifies_a_need_in_a_function_that_it_exercises() {
        thurrock()
                .given(directed(), established(THURROCK))
                .when(identify(PLANNING))
                .thenAccepted(identified(PLANNING));
    }

    @Test
    void a_group_commissions_from_1_april_2013_once_it_is_established() {
        thurrock()
                .given(directed(), established(THURROCK))
                .on(GO_LIVE.minusDays(1))
                .when(identify(PLANNING))
                .thenRefused(new CCGNotOperational(THURROCK, GO_LIVE.minusDays(1)));
        Refusal refusal = new CCGNotOperational(THURROCK, GO_LIVE);
        thurrock().given(directed()).when(identify(ACUTE)).thenRefused(refusal);
        assertThat(refusal.code()).isEqualTo("CCG_NOT_OPERATIONAL");
    }

    @Test
    void a_group_does_not_decide_on_a_function_that_was_taken_from_it() {
        thurrock()
                .given(directed(), established(THURROCK))
                .when(identify(ACUTE))
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.BOARD));
        thurrock()
                .given(exercisedByNeighbour())
                .given(established(THURROCK))
                .when(identify(ACUTE))
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.ccg(NEIGHBOUR)));
    }

    @Test
    void with_the_revocation_the_function_returns() {
        Specification revoked =
                thurrock()
                        .given(exercisedByNeighbour())
                        .given(
                                established(THURROCK),
                                new DirectionRevoked(
                                        THURROCK,
                                        new DirectionId("07G-D1"),
                                        HANDOVER,
                                        GO_LIVE.plusMonths(3)));
        revoked.on(GO_LIVE.plusMonths(3).minusDays(1))
                .when(identify(ACUTE))
                .thenRefused(new FunctionNotExercisable(ACUTE, BodyRef.ccg(NEIGHBOUR)));
        revoked.on(GO_LIVE.plusMonths(3))
                .when(identify(ACUTE))
                .thenAccepted(ServiceNeedIdentified.class);
    }

    @Test
    void a_procurements_id_stands_for_one_need() {
        Specification identified =
                thurrock().given(directed(), established(THURROCK), identified(PLANNING));
        identified.when(identify(PLANNING)).thenUnchanged();
        identified
                .when(
                        new IdentifyServiceNeed(
                                URGENT_CARE, THURROCK, PLANNING, "Community care", null))
                .thenRefused(new CodeInUse(URGENT_CARE));
    }

    @Test
    void a_procurement_passes_to_the_group_that_takes_the_place_of_one_that_ceased() {
        LocalDate on = AWARDED_ON.plusYears(1);
        BodyRef neighbour = BodyRef.ccg(NEIGHBOUR);
        Specification ceased =
                officer()
                        .given(need())
                        .given(
                                new CCGDissolved(
                                        THURROCK,
                                        List.of(NEIGHBOUR),
                                        List.of(
                                                new Settlement(
                                                        THURROCK,
                                                        MatterKind.PROCUREMENT,
                                                        URGENT_CARE.value(),
                                                        neighbour)),
                                        on))
                        .given(established(NEIGHBOUR))
                        .by(Role.SYSTEM, Actor.SYSTEM.body())
                        .on(on);
        NovateProcurement novate = new NovateProcurement(URGENT_CARE, THURROCK);
        ProcurementNovated novated = new ProcurementNovated(URGENT_CARE, THURROCK, neighbour, on);
        ceased.when(novate).thenAccepted(novated);
        ceased.given(novated).when(novate).thenUnchanged();
        RecordCompetitionComplaint complaint =
                new RecordCompetitionComplaint(
                        URGENT_CARE, NEIGHBOUR, new ComplaintId("a-complaint"), SECOND, "Too late");
        ceased.by(Role.MONITOR, new BodyRef("MONITOR/MONITOR"));
        ceased.when(complaint).thenAccepted(CompetitionComplaintRecorded.class);
    }
}
