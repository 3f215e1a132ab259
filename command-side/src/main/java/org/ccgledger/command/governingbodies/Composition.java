package org.ccgledger.command.governingbodies;

import static org.ccgledger.events.governingbodies.CompositionRequirement.ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.governingbodies.CompositionRequirement.CHAIR;
import static org.ccgledger.events.governingbodies.CompositionRequirement.CHIEF_FINANCE_OFFICER;
import static org.ccgledger.events.governingbodies.CompositionRequirement.DEPUTY_CHAIR;
import static org.ccgledger.events.governingbodies.CompositionRequirement.FOUR_MEMBERS;
import static org.ccgledger.events.governingbodies.CompositionRequirement.LAY_MEMBER;
import static org.ccgledger.events.governingbodies.CompositionRequirement.LAY_MEMBER_FOR_AUDIT;
import static org.ccgledger.events.governingbodies.CompositionRequirement.LAY_MEMBER_FOR_THE_AREA;
import static org.ccgledger.events.governingbodies.CompositionRequirement.NURSE_OR_SPECIALIST;
import static org.ccgledger.events.governingbodies.CompositionRequirement.REGISTERED_NURSE;
import static org.ccgledger.events.governingbodies.CompositionRequirement.SECONDARY_CARE_SPECIALIST;
import static org.ccgledger.events.governingbodies.CompositionRequirement.SIX_MEMBERS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.governingbodies.GoverningBody.Appointment;
import org.ccgledger.events.governingbodies.CompositionRequirement;
import org.ccgledger.events.governingbodies.Seat;

/// G1: what the law requires of a governing body on a day, SI 2012/1631 reg 11. From 14 April 2022
/// four members are enough, with a nurse or a specialist and one lay member.
@Upholds(
        id = "G1",
        title =
                "A governing body is composed as the law of the day requires; a leaver who is missed is recorded as a breach")
final class Composition {

    private static final LocalDate RELAXED = LocalDate.of(2022, 4, 14);
    private static final Set<CompositionRequirement> FIRST =
            EnumSet.of(
                    SIX_MEMBERS,
                    CHAIR,
                    DEPUTY_CHAIR,
                    ACCOUNTABLE_OFFICER,
                    CHIEF_FINANCE_OFFICER,
                    REGISTERED_NURSE,
                    SECONDARY_CARE_SPECIALIST,
                    LAY_MEMBER_FOR_AUDIT,
                    LAY_MEMBER_FOR_THE_AREA);
    private static final Set<CompositionRequirement> SINCE_2022 =
            EnumSet.of(
                    FOUR_MEMBERS,
                    CHAIR,
                    DEPUTY_CHAIR,
                    ACCOUNTABLE_OFFICER,
                    CHIEF_FINANCE_OFFICER,
                    NURSE_OR_SPECIALIST,
                    LAY_MEMBER);

    private Composition() {}

    /// What is required on a day and not met by those who hold appointments on it.
    static Set<CompositionRequirement> missing(
            Collection<Appointment> appointments, LocalDate day) {
        List<Appointment> held =
                appointments.stream().filter(one -> one.term().contains(day)).toList();
        Set<CompositionRequirement> missing =
                EnumSet.copyOf(day.isBefore(RELAXED) ? FIRST : SINCE_2022);
        missing.removeIf(requirement -> isMet(requirement, held));
        return missing;
    }

    private static boolean isMet(CompositionRequirement requirement, List<Appointment> held) {
        Set<Seat> seats = held.stream().map(Appointment::seat).collect(Collectors.toSet());
        long members = held.stream().map(Appointment::person).distinct().count();
        return switch (requirement) {
            case SIX_MEMBERS -> members >= 6;
            case FOUR_MEMBERS -> members >= 4;
            case CHAIR -> seats.contains(Seat.CHAIR);
            case DEPUTY_CHAIR -> seats.contains(Seat.DEPUTY_CHAIR);
            case ACCOUNTABLE_OFFICER -> seats.contains(Seat.ACCOUNTABLE_OFFICER);
            case CHIEF_FINANCE_OFFICER -> seats.contains(Seat.CHIEF_FINANCE_OFFICER);
            case REGISTERED_NURSE -> seats.contains(Seat.REGISTERED_NURSE);
            case SECONDARY_CARE_SPECIALIST -> seats.contains(Seat.SECONDARY_CARE_SPECIALIST);
            case NURSE_OR_SPECIALIST ->
                    seats.contains(Seat.REGISTERED_NURSE)
                            || seats.contains(Seat.SECONDARY_CARE_SPECIALIST);
            case LAY_MEMBER_FOR_AUDIT -> seats.contains(Seat.LAY_AUDIT);
            case LAY_MEMBER_FOR_THE_AREA -> seats.contains(Seat.LAY_AREA);
            case LAY_MEMBER -> seats.stream().anyMatch(Seat::isLay);
        };
    }
}
