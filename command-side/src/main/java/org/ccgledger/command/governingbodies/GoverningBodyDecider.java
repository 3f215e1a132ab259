package org.ccgledger.command.governingbodies;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.governingbodies.GoverningBody.Appointment;
import org.ccgledger.command.governingbodies.GoverningBodyCommand.AppointGoverningBodyMember;
import org.ccgledger.command.governingbodies.GoverningBodyCommand.EndAppointment;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.AppointeeDisqualified;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.AppointmentAlreadyEnded;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.NotTheAccountableOfficer;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.SeatOccupied;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.governingbodies.AppointeeCapacity;
import org.ccgledger.events.governingbodies.CompositionRequirement;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.AppointmentEnded;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.GoverningBodyCompositionBreached;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.GoverningBodyMemberAppointed;
import org.ccgledger.events.governingbodies.Seat;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;

/// Decides who sits on a group's governing body.
public final class GoverningBodyDecider {

    /// The decisions on governing bodies.
    public static final Decider<GoverningBodyCommand, ?> DECIDER =
            Decider.of(
                            GoverningBodyCommand.class,
                            command -> StreamName.governingBody(command.ccg()))
                    .<GoverningBody, GoverningBodyEvent>state(
                            GoverningBody.NONE, GoverningBodyEvent.class, GoverningBody::evolve)
                    .deciding(GoverningBodyDecider::decide);

    private GoverningBodyDecider() {}

    private static Decision decide(
            GoverningBodyCommand command, GoverningBody body, Context context) {
        return switch (command) {
            case AppointGoverningBodyMember appoint -> appoint(appoint, body, context);
            case EndAppointment end -> end(end, body, context);
        };
    }

    private static Decision appoint(
            AppointGoverningBodyMember command, GoverningBody body, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " has not been established");
        }
        Appointment appointment =
                new Appointment(
                        body.next(command.ccg()),
                        command.person(),
                        command.seat(),
                        command.term(),
                        null);
        if (body.appointments().values().stream().anyMatch(same(appointment))) {
            return unchanged();
        }
        List<AppointeeCapacity> barring =
                command.capacities().stream()
                        .distinct()
                        .filter(capacity -> bars(capacity, command.seat()))
                        .toList();
        if (!barring.isEmpty()) {
            return refuse(new AppointeeDisqualified(command.seat(), barring));
        }
        if (command.seat() == Seat.ACCOUNTABLE_OFFICER && !isAccountableOfficer(command, context)) {
            return refuse(new NotTheAccountableOfficer(command.term().from()));
        }
        Optional<Appointment> occupant = occupant(body, appointment);
        if (occupant.isPresent()) {
            return refuse(new SeatOccupied(command.seat(), occupant.get().id()));
        }
        return accept(
                new GoverningBodyMemberAppointed(
                        command.ccg(),
                        appointment.id(),
                        command.person(),
                        command.name(),
                        command.seat(),
                        command.term(),
                        command.capacities(),
                        context.effectiveOn()));
    }

    private static Predicate<Appointment> same(Appointment wanted) {
        return held ->
                held.ended() == null
                        && held.person().equals(wanted.person())
                        && held.seat() == wanted.seat()
                        && held.term().equals(wanted.term());
    }

    /// SI 2012/1631 Sch 4 bars from the seats of lay members, reg 12(1) those of a provider from
    /// those of the nurse and the specialist as well, and Sch 5 from all.
    private static boolean bars(AppointeeCapacity capacity, Seat seat) {
        return switch (capacity) {
            case DISQUALIFIED_FROM_OFFICE -> true;
            case OF_A_PROVIDER_TO_THE_GROUP ->
                    seat.isLay()
                            || seat == Seat.REGISTERED_NURSE
                            || seat == Seat.SECONDARY_CARE_SPECIALIST;
            case LOCAL_AUTHORITY_EMPLOYEE,
                    DEPARTMENT_OF_HEALTH_OFFICER,
                    NHS_BODY_MEMBER_OR_EMPLOYEE,
                    PRIMARY_CARE_TRUST_EMPLOYEE,
                    CARE_QUALITY_COMMISSION_MEMBER_OR_EMPLOYEE,
                    MONITOR_MEMBER_OR_EMPLOYEE ->
                    seat.isLay();
        };
    }

    /// Whether the person is who the Board appointed last, as at the first day of the term.
    private static boolean isAccountableOfficer(
            AppointGoverningBodyMember command, Context context) {
        return context
                .reads()
                .tagged(Tag.ccg(command.ccg()), AccountableOfficerAppointed.class)
                .stream()
                .filter(officer -> !officer.from().isAfter(command.term().from()))
                .max(Comparator.comparing(AccountableOfficerAppointed::from))
                .filter(officer -> officer.person().equals(command.person()))
                .isPresent();
    }

    private static Optional<Appointment> occupant(GoverningBody body, Appointment wanted) {
        return body.appointments().values().stream()
                .filter(held -> wanted.seat().isSingle() && held.seat() == wanted.seat())
                .filter(held -> held.overlaps(wanted.term()))
                .min(Comparator.comparing(held -> held.term().from()));
    }

    private static Decision end(EndAppointment command, GoverningBody body, Context context) {
        Optional<Appointment> known = body.appointment(command.appointment());
        if (known.isEmpty()) {
            return notFound("No appointment " + command.appointment());
        }
        Appointment held = known.get();
        Appointment ending = held.ending(command.lastDay(), command.cause());
        if (held.equals(ending)) {
            return unchanged();
        }
        LocalDate until = held.term().until();
        if (until != null && (held.ended() != null || until.isBefore(command.lastDay()))) {
            return refuse(new AppointmentAlreadyEnded(until));
        }
        List<CcgEvent> events = new ArrayList<>();
        events.add(
                new AppointmentEnded(
                        command.ccg(),
                        held.id(),
                        held.person(),
                        held.seat(),
                        command.lastDay(),
                        command.cause(),
                        context.effectiveOn()));
        LocalDate from = command.lastDay().plusDays(1);
        Set<CompositionRequirement> missed =
                Composition.missing(body.with(ending).appointments().values(), from);
        missed.removeAll(Composition.missing(body.appointments().values(), from));
        if (!missed.isEmpty()) {
            events.add(
                    new GoverningBodyCompositionBreached(
                            command.ccg(),
                            held.id(),
                            from,
                            List.copyOf(missed),
                            context.effectiveOn()));
        }
        return accept(events);
    }
}
