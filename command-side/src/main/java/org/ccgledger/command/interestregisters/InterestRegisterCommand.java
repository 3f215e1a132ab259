package org.ccgledger.command.interestregisters;

import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.AppointmentFields;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.interestregisters.RegisterKind;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a group's registers of interests.
public sealed interface InterestRegisterCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// The statutory guidance of June 2016: the chair of the audit committee is the guardian.
    ///
    /// @param auditCommitteeChair whether the person chairs the group's audit committee
    @SentBy(GOVERNING_BODY_CHAIR)
    record AppointGuardian(
            CcgCode ccg, PersonId person, @Nullable PersonalText name, boolean auditCommitteeChair)
            implements InterestRegisterCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return AppointmentFields.errors(person, name);
        }
    }

    /// The register is checked with everybody who is on it, at least once a year.
    ///
    /// @param period in which it was checked
    /// @param chased who was reminded and has not answered
    @SentBy(CCG_GOVERNANCE_LEAD)
    record ConfirmRegister(CcgCode ccg, Period period, List<PersonId> chased)
            implements InterestRegisterCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return period.until() == null
                    ? List.of(new FieldError("/period/until", "is required"))
                    : List.of();
        }
    }

    /// NHS Act 2006 s.14O(2): registers are published, or access to them is given on request.
    ///
    /// @param asAt the day as at which the rows stand
    @SentBy(CCG_GOVERNANCE_LEAD)
    record PublishRegister(CcgCode ccg, RegisterKind kind, LocalDate asAt)
            implements InterestRegisterCommand {}
}
