package org.ccgledger.command.committees;

import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.AppointmentFields;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a committee of one group, in the order a reader meets it.
public sealed interface CommitteeCommand extends Command {

    CommitteeId committee();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.14M and Sch 1A: the group's constitution provides for it.
    @SentBy(GOVERNING_BODY_CHAIR)
    record EstablishCommittee(
            CommitteeId committee,
            CcgCode ccg,
            CommitteeKind kind,
            String name,
            CommitteeTerms terms)
            implements CommitteeCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return Terms.errors(terms);
        }
    }

    /// The whole of the new terms.
    @SentBy(GOVERNING_BODY_CHAIR)
    record AmendTerms(CommitteeId committee, CcgCode ccg, CommitteeTerms terms)
            implements CommitteeCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return Terms.errors(terms);
        }
    }

    /// Appoints a person to a seat of the terms.
    ///
    /// @param representing the body for which the person sits, mostly the group itself
    /// @param term the days of membership
    @SentBy(GOVERNING_BODY_CHAIR)
    record AppointCommitteeMember(
            CommitteeId committee,
            CcgCode ccg,
            PersonId person,
            @Nullable PersonalText name,
            SeatCode seat,
            boolean voting,
            BodyRef representing,
            Period term)
            implements CommitteeCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return AppointmentFields.errors(person, name, term);
        }
    }

    /// Records that a person has left a committee.
    ///
    /// @param lastDay the last day of membership
    @SentBy(GOVERNING_BODY_CHAIR)
    record EndCommitteeAppointment(
            CommitteeId committee,
            CcgCode ccg,
            CommitteeAppointmentId appointment,
            LocalDate lastDay,
            AppointmentEndCause cause)
            implements CommitteeCommand {}

    /// Sent by the system, too, once the committee has given way to a joint one.
    @SentBy({GOVERNING_BODY_CHAIR, SYSTEM})
    record DisbandCommittee(CommitteeId committee, CcgCode ccg) implements CommitteeCommand {}
}
