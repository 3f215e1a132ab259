package org.ccgledger.command.pressure;

import java.time.LocalDate;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.pressure.PressureCommand.*;
import org.ccgledger.command.pressure.PressureRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.Role;
import org.ccgledger.events.pressure.PressureDecision;
import org.ccgledger.events.pressure.PressureEvent.*;
import org.junit.jupiter.api.Test;

class PressureTest {

    private static final PressureId PRESSURE = new PressureId("08T-pressure-1");
    private static final CcgCode SUTTON = new CcgCode("08T");
    private static final LocalDate ON = LocalDate.of(2014, 10, 20);

    private static Specification sutton() {
        return Specification.of(PressureDecider.DECIDER)
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(SUTTON))
                .on(ON);
    }

    private static ReportPressure report(String narrative) {
        return new ReportPressure(
                PRESSURE,
                SUTTON,
                BodyRef.BOARD,
                new JointCommitteeId("south-west-london"),
                "Joining the joint committee",
                narrative);
    }

    private static PressureReported reported() {
        return new PressureReported(
                PRESSURE,
                SUTTON,
                BodyRef.BOARD,
                new JointCommitteeId("south-west-london"),
                "Joining the joint committee",
                "The regional office asked three times.",
                ON);
    }

    private static RecordResistance record(CcgCode ccg, PressureDecision decision) {
        return new RecordResistance(PRESSURE, ccg, decision);
    }

    @Test
    void a_group_reports_pressure() {
        sutton().when(report("The regional office asked three times.")).thenAccepted(reported());
        sutton().given(reported())
                .when(report("The regional office asked three times."))
                .thenUnchanged();
        sutton().given(reported())
                .when(report("The regional office asked once."))
                .thenRefused(new CodeInUse(PRESSURE));
    }

    @Test
    void a_group_that_is_pressed_resists() {
        PressureResolved resisted =
                new PressureResolved(PRESSURE, SUTTON, PressureDecision.RESISTED, ON);
        sutton().given(reported())
                .when(record(SUTTON, PressureDecision.RESISTED))
                .thenAccepted(resisted);
        sutton().given(reported(), resisted)
                .when(record(SUTTON, PressureDecision.RESISTED))
                .thenUnchanged();
        sutton().given(reported(), resisted)
                .when(record(SUTTON, PressureDecision.ACCEPTED_FREELY))
                .thenRefused(new AlreadyDecided(PressureDecision.RESISTED));
        sutton().given(reported(), resisted)
                .when(report("The regional office asked three times."))
                .thenUnchanged();
    }

    @Test
    void a_group_gives_its_reasons_for_what_it_did() {
        sutton().given(reported())
                .withoutReasons()
                .when(record(SUTTON, PressureDecision.ACCEPTED_FREELY))
                .thenRefused(new ReasonsRequired());
    }

    @Test
    void only_the_group_that_reported_it_resolves_it() {
        sutton().when(record(SUTTON, PressureDecision.RESISTED)).thenNotFound();
        sutton().given(reported())
                .when(record(new CcgCode("08R"), PressureDecision.RESISTED))
                .thenNotFound();
    }
}
