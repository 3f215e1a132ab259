package org.ccgledger.command.committees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.Committee.Appointment;
import org.ccgledger.command.committees.CommitteeCommand.AppointCommitteeMember;
import org.ccgledger.command.committees.CommitteeRefusal.AlreadyMember;
import org.ccgledger.command.committees.CommitteeRefusal.SeatNotInTerms;
import org.ccgledger.command.committees.CommitteeRefusal.SeatOccupied;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.Period;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeMemberAppointed;
import org.ccgledger.events.committees.CommitteeSeat;

/// Who is appointed to a committee.
final class Appointments {

    private Appointments() {}

    static Decision appoint(AppointCommitteeMember command, Committee committee, Context context) {
        if (committee.appointments().values().stream().anyMatch(held -> isSame(held, command))) {
            return unchanged();
        }
        return Stream.of(
                        notInTerms(command, committee),
                        occupied(command, committee),
                        elsewhere(command, committee))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new CommitteeMemberAppointed(
                                        command.committee(),
                                        command.ccg(),
                                        next(committee),
                                        command.person(),
                                        command.name(),
                                        command.seat(),
                                        command.voting(),
                                        command.representing(),
                                        command.term(),
                                        context.effectiveOn())));
    }

    private static boolean isSame(Appointment held, AppointCommitteeMember command) {
        return held.ended() == null
                && held.person().equals(command.person())
                && held.seat().equals(command.seat())
                && held.voting() == command.voting()
                && held.representing().equals(command.representing())
                && held.term().equals(command.term());
    }

    private static Optional<CommitteeRefusal> notInTerms(
            AppointCommitteeMember command, Committee committee) {
        return committee
                        .terms()
                        .seat(command.seat())
                        .filter(seat -> seat.voting() || !command.voting())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(
                        new SeatNotInTerms(
                                command.seat(), command.voting(), committee.termsVersion()));
    }

    /// There is a day on which every place of the seat is taken.
    private static Optional<CommitteeRefusal> occupied(
            AppointCommitteeMember command, Committee committee) {
        List<Period> taken =
                committee.appointments().values().stream()
                        .filter(held -> held.seat().equals(command.seat()))
                        .map(Appointment::term)
                        .toList();
        return committee
                .terms()
                .seat(command.seat())
                .map(CommitteeSeat::places)
                .filter(places -> most(taken, command.term()) >= places)
                .map(places -> new SeatOccupied(command.seat(), places));
    }

    /// The most of these periods that share a day of the term given: such a day is the first of the
    /// term or of one of them.
    private static long most(List<Period> periods, Period term) {
        return Stream.concat(Stream.of(term.from()), periods.stream().map(Period::from))
                .filter(term::contains)
                .mapToLong(day -> on(day, periods))
                .max()
                .orElse(0);
    }

    private static long on(LocalDate day, List<Period> periods) {
        return periods.stream().filter(period -> period.contains(day)).count();
    }

    private static Optional<CommitteeRefusal> elsewhere(
            AppointCommitteeMember command, Committee committee) {
        return committee.appointments().values().stream()
                .filter(held -> held.person().equals(command.person()))
                .filter(held -> most(List.of(held.term()), command.term()) > 0)
                .findFirst()
                .map(held -> new AlreadyMember(held.id()));
    }

    private static CommitteeAppointmentId next(Committee committee) {
        return new CommitteeAppointmentId(
                committee.id() + "-M" + (committee.appointments().size() + 1));
    }
}
