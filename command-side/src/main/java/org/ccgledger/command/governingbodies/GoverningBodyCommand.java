package org.ccgledger.command.governingbodies;

import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.AppointmentFields;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.governingbodies.AppointeeCapacity;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.governingbodies.Seat;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a group's governing body.
public sealed interface GoverningBodyCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.14L: appoints a person to a seat.
    ///
    /// @param term the days in office
    /// @param capacities what the appointee is besides
    @SentBy(GOVERNING_BODY_CHAIR)
    record AppointGoverningBodyMember(
            CcgCode ccg,
            PersonId person,
            @Nullable PersonalText name,
            Seat seat,
            Period term,
            List<AppointeeCapacity> capacities)
            implements GoverningBodyCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return AppointmentFields.errors(person, name, term);
        }
    }

    /// Records that a person has left a seat.
    ///
    /// @param lastDay the last day in office
    @SentBy(GOVERNING_BODY_CHAIR)
    record EndAppointment(
            CcgCode ccg, AppointmentId appointment, LocalDate lastDay, AppointmentEndCause cause)
            implements GoverningBodyCommand {}
}
