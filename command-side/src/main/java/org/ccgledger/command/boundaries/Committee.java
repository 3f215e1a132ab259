package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeAppointmentEnded;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeEstablished;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeMemberAppointed;
import org.ccgledger.events.committees.CommitteeEvent.TermsAmended;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.jspecify.annotations.Nullable;

/// A committee of one group: its terms, and every appointment to it that there was. Immutable.
///
/// @param terms of the version that is in force
/// @param disbandedOn the first day on which it decides nothing any more, once that is known
public record Committee(
        CommitteeId id,
        CcgCode ccg,
        CommitteeKind kind,
        String name,
        int termsVersion,
        CommitteeTerms terms,
        Map<CommitteeAppointmentId, Appointment> appointments,
        @Nullable LocalDate disbandedOn) {

    /// A person's place on the committee.
    ///
    /// @param term the days of membership, as they are known now
    /// @param ended why it ended; absent while the term runs as it was meant to
    public record Appointment(
            CommitteeAppointmentId id,
            PersonId person,
            SeatCode seat,
            boolean voting,
            BodyRef representing,
            Period term,
            @Nullable AppointmentEndCause ended) {

        public Appointment ending(LocalDate lastDay, AppointmentEndCause cause) {
            return new Appointment(
                    id,
                    person,
                    seat,
                    voting,
                    representing,
                    new Period(term.from(), lastDay),
                    cause);
        }
    }

    /// Who sits on the committee on a day.
    ///
    /// @param seat as the terms in force describe it
    /// @param votes whether seat and appointment both give a vote
    /// @param representing the body for which the person sits
    public record Member(
            CommitteeAppointmentId appointment,
            PersonId person,
            CommitteeSeat seat,
            boolean votes,
            BodyRef representing) {}

    static Committee of(CommitteeEstablished event) {
        return new Committee(
                event.committee(),
                event.ccg(),
                event.kind(),
                event.name(),
                1,
                event.terms(),
                Map.of(),
                null);
    }

    Committee amended(TermsAmended event) {
        return new Committee(
                id,
                ccg,
                kind,
                name,
                event.termsVersion(),
                event.terms(),
                appointments,
                disbandedOn);
    }

    Committee joinedBy(CommitteeMemberAppointed event) {
        return with(
                new Appointment(
                        event.appointment(),
                        event.person(),
                        event.seat(),
                        event.voting(),
                        event.representing(),
                        event.term(),
                        null));
    }

    Committee leftBy(CommitteeAppointmentEnded event) {
        return appointment(event.appointment())
                .map(held -> with(held.ending(event.lastDay(), event.cause())))
                .orElse(this);
    }

    Committee disbanded(LocalDate on) {
        return new Committee(id, ccg, kind, name, termsVersion, terms, appointments, on);
    }

    private Committee with(Appointment appointment) {
        Map<CommitteeAppointmentId, Appointment> all = new LinkedHashMap<>(appointments);
        all.put(appointment.id(), appointment);
        return new Committee(
                id,
                ccg,
                kind,
                name,
                termsVersion,
                terms,
                Collections.unmodifiableMap(all),
                disbandedOn);
    }

    public Optional<Appointment> appointment(CommitteeAppointmentId appointment) {
        return Optional.ofNullable(appointments.get(appointment));
    }

    /// Those in membership on the day whose seat the terms have, in the order of the terms.
    public List<Member> members(LocalDate on) {
        return terms.seats().stream().flatMap(seat -> holders(seat, on)).toList();
    }

    private Stream<Member> holders(CommitteeSeat seat, LocalDate on) {
        return appointments.values().stream()
                .filter(held -> held.seat().equals(seat.seat()) && held.term().contains(on))
                .sorted(Comparator.comparing(held -> held.term().from()))
                .map(held ->
                        new Member(
                                held.id(),
                                held.person(),
                                seat,
                                seat.voting() && held.voting(),
                                held.representing()));
    }

    /// Those who may vote on the day; who is conflicted is another matter.
    public List<Member> voters(LocalDate on) {
        return members(on).stream().filter(Member::votes).toList();
    }

    public Optional<Member> member(PersonId person, LocalDate on) {
        return members(on).stream().filter(member -> member.person().equals(person)).findFirst();
    }

    /// Who chairs it on the day, if the seat is taken.
    public Optional<Member> chair(LocalDate on) {
        return holder(terms.chair(), on);
    }

    /// Who chairs it when the chair may not, if the terms have such a seat and it is taken.
    public Optional<Member> deputyChair(LocalDate on) {
        return Optional.ofNullable(terms.deputyChair()).flatMap(seat -> holder(seat, on));
    }

    private Optional<Member> holder(SeatCode seat, LocalDate on) {
        return members(on).stream().filter(member -> member.seat().seat().equals(seat)).findFirst();
    }
}
