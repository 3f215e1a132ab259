package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.procurement.Procurement.Complaint;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.procurement.ProcurementEvent.*;

/// Complaints to Monitor, and what it finds. Both are facts.
final class Complaints {

    private Complaints() {}

    static Decision record(RecordCompetitionComplaint command, Procurement state, Context context) {
        Complaint before = state.complaints().get(command.complaint());
        if (before == null) {
            return accept(
                    new CompetitionComplaintRecorded(
                            command.procurement(),
                            command.ccg(),
                            command.complaint(),
                            command.by(),
                            command.text(),
                            context.effectiveOn()));
        }
        return before.made().by().equals(command.by())
                        && before.made().text().equals(command.text())
                ? unchanged()
                : refuse(new CodeInUse(command.complaint()));
    }

    static Decision find(RecordMonitorFinding command, Procurement state, Context context) {
        Complaint complaint = state.complaints().get(command.complaint());
        if (complaint == null) {
            return notFound("There is no complaint " + command.complaint());
        }
        MonitorFindingRecorded finding =
                new MonitorFindingRecorded(
                        command.procurement(),
                        command.ccg(),
                        command.complaint(),
                        command.finding(),
                        command.text(),
                        context.effectiveOn());
        return finding.equals(complaint.finding()) ? unchanged() : accept(finding);
    }
}
