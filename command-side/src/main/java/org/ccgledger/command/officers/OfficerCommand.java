package org.ccgledger.command.officers;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.AppointmentFields;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.registry.AppointmentRoute;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a group's officers.
public sealed interface OfficerCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.BOARD);
    }

    @Override
    default Optional<CcgCode> about() {
        return Optional.of(ccg());
    }

    /// NHS Act 2006 Sch 1A para 12: the Board appoints.
    ///
    /// @param from the first day in office
    @SentBy(
            value = {BOARD_OFFICER, BOARD_AUTHORISATION},
            leftToRule = true)
    record AppointAccountableOfficer(
            CcgCode ccg,
            PersonId person,
            @Nullable PersonalText name,
            LocalDate from,
            AppointmentRoute by)
            implements OfficerCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return AppointmentFields.errors(person, name);
        }
    }
}
