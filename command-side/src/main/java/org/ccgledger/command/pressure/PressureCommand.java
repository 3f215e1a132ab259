package org.ccgledger.command.pressure;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.pressure.PressureDecision;
import org.jspecify.annotations.Nullable;

/// What a group can say of pressure on it.
public sealed interface PressureCommand extends Command {

    PressureId pressure();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// `narrative` says what the body did; it names offices, no persons.
    @SentBy({CCG_ACCOUNTABLE_OFFICER, CCG_GOVERNANCE_LEAD, GOVERNING_BODY_CHAIR})
    record ReportPressure(
            PressureId pressure,
            CcgCode ccg,
            BodyRef from,
            @Nullable JointCommitteeId jointCommittee,
            String subject,
            String narrative)
            implements PressureCommand {}

    /// What the group did about it, with its reasons.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record RecordResistance(PressureId pressure, CcgCode ccg, PressureDecision decision)
            implements PressureCommand {}
}
