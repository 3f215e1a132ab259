package org.ccgledger.command.procurement;

import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.procurement.Procured.*;

import java.time.LocalDate;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.Role;
import org.ccgledger.events.procurement.MonitorFinding;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    private static final ComplaintId COMPLAINT = new ComplaintId("07G-urgent-care-complaint-1");

    private static Specification monitor() {
        return officer().by(Role.MONITOR, new BodyRef("MONITOR/X1")).given(need()).on(AWARDED_ON);
    }

    private static RecordCompetitionComplaint complain(BodyRef by) {
        return new RecordCompetitionComplaint(
                URGENT_CARE, THURROCK, COMPLAINT, by, "It was not advertised");
    }

    private static CompetitionComplaintRecorded complained() {
        return new CompetitionComplaintRecorded(
                URGENT_CARE, THURROCK, COMPLAINT, SECOND, "It was not advertised", AWARDED_ON);
    }

    private static RecordMonitorFinding find(MonitorFinding finding) {
        return new RecordMonitorFinding(
                URGENT_CARE, THURROCK, COMPLAINT, finding, "It was advertised");
    }

    private static MonitorFindingRecorded found() {
        return new MonitorFindingRecorded(
                URGENT_CARE,
                THURROCK,
                COMPLAINT,
                MonitorFinding.NO_BREACH,
                "It was advertised",
                AWARDED_ON);
    }

    @Test
    void a_complaint_is_recorded_under_an_id_of_its_own() {
        monitor().when(complain(SECOND)).thenAccepted(complained());
        monitor().given(complained()).when(complain(SECOND)).thenUnchanged();
        monitor().given(complained()).when(complain(FIRST)).thenRefused(new CodeInUse(COMPLAINT));
    }

    @Test
    void what_monitor_finds_on_a_complaint_is_recorded() {
        monitor().given(complained()).when(find(MonitorFinding.NO_BREACH)).thenAccepted(found());
        monitor().given(complained(), found()).when(find(MonitorFinding.NO_BREACH)).thenUnchanged();
        monitor()
                .given(complained(), found())
                .when(find(MonitorFinding.BREACH))
                .thenAccepted(MonitorFindingRecorded.class);
        monitor().when(find(MonitorFinding.BREACH)).thenNotFound();
    }

    @Test
    void both_are_facts_and_not_dated_ahead() {
        monitor()
                .on(LocalDate.of(2026, 1, 2))
                .when(complain(SECOND))
                .thenRefused(new CommonRefusal.EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
    }
}
