package org.ccgledger.events.governingbodies;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to the membership of a group's governing body.
public sealed interface GoverningBodyEvent extends CcgEvent {

    /// NHS Act 2006 s.14L.
    ///
    /// @param term the days in office
    /// @param capacities what the appointee is besides
    @EventName("ccg.governingbodies.GoverningBodyMemberAppointed")
    record GoverningBodyMemberAppointed(
            CcgCode ccg,
            AppointmentId appointment,
            PersonId person,
            @Nullable PersonalText name,
            Seat seat,
            Period term,
            List<AppointeeCapacity> capacities,
            LocalDate effectiveOn)
            implements GoverningBodyEvent {}

    /// A person left a seat.
    ///
    /// @param lastDay the last day in office
    @EventName(value = "ccg.governingbodies.AppointmentEnded", fact = true)
    record AppointmentEnded(
            CcgCode ccg,
            AppointmentId appointment,
            PersonId person,
            Seat seat,
            LocalDate lastDay,
            AppointmentEndCause cause,
            LocalDate effectiveOn)
            implements GoverningBodyEvent {}

    /// SI 2012/1631 reg 11: somebody who left is missed from the day after.
    ///
    /// @param missing what was met before and is met no longer
    @EventName(value = "ccg.governingbodies.GoverningBodyCompositionBreached", fact = true)
    record GoverningBodyCompositionBreached(
            CcgCode ccg,
            AppointmentId left,
            LocalDate from,
            List<CompositionRequirement> missing,
            LocalDate effectiveOn)
            implements GoverningBodyEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case GoverningBodyMemberAppointed e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case AppointmentEnded e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case GoverningBodyCompositionBreached e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
