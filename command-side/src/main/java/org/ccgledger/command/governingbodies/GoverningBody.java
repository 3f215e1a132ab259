package org.ccgledger.command.governingbodies;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.*;
import org.ccgledger.events.governingbodies.Seat;
import org.jspecify.annotations.Nullable;

/// Every appointment to a governing body that there was.
record GoverningBody(Map<AppointmentId, Appointment> appointments) {

    static final GoverningBody NONE = new GoverningBody(Map.of());

    /// @param term the days in office, as they are known now
    /// @param ended why it ended; absent while the term runs as it was meant to
    record Appointment(
            AppointmentId id,
            PersonId person,
            Seat seat,
            Period term,
            @Nullable AppointmentEndCause ended) {

        Appointment ending(LocalDate lastDay, AppointmentEndCause cause) {
            return new Appointment(id, person, seat, new Period(term.from(), lastDay), cause);
        }

        boolean overlaps(Period other) {
            return !endsBefore(term, other.from()) && !endsBefore(other, term.from());
        }

        private static boolean endsBefore(Period period, LocalDate day) {
            return period.until() != null && period.until().isBefore(day);
        }
    }

    GoverningBody evolve(GoverningBodyEvent event) {
        return switch (event) {
            case GoverningBodyMemberAppointed e ->
                    with(new Appointment(e.appointment(), e.person(), e.seat(), e.term(), null));
            case AppointmentEnded e ->
                    appointment(e.appointment())
                            .map(held -> with(held.ending(e.lastDay(), e.cause())))
                            .orElse(this);
            case GoverningBodyCompositionBreached _ -> this;
        };
    }

    GoverningBody with(Appointment appointment) {
        Map<AppointmentId, Appointment> changed = new LinkedHashMap<>(appointments);
        changed.put(appointment.id(), appointment);
        return new GoverningBody(Map.copyOf(changed));
    }

    Optional<Appointment> appointment(AppointmentId id) {
        return Optional.ofNullable(appointments.get(id));
    }

    /// The id of the next appointment; ids are never used again.
    AppointmentId next(CcgCode ccg) {
        return new AppointmentId(ccg + "-A" + (appointments.size() + 1));
    }
}
