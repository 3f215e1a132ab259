package org.ccgledger.command.governingbodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.GO_LIVE;
import static org.ccgledger.command.directions.Directed.established;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.governingbodies.GoverningBodyCommand.AppointGoverningBodyMember;
import org.ccgledger.command.governingbodies.GoverningBodyCommand.EndAppointment;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.AppointeeDisqualified;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.AppointmentAlreadyEnded;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.NotTheAccountableOfficer;
import org.ccgledger.command.governingbodies.GoverningBodyRefusal.SeatOccupied;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.governingbodies.AppointeeCapacity;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.governingbodies.CompositionRequirement;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.AppointmentEnded;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.GoverningBodyCompositionBreached;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.GoverningBodyMemberAppointed;
import org.ccgledger.events.governingbodies.Seat;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GoverningBodyTest {

    private static final List<Seat> COMPLETE =
            List.of(
                    Seat.CHAIR,
                    Seat.DEPUTY_CHAIR,
                    Seat.ACCOUNTABLE_OFFICER,
                    Seat.CHIEF_FINANCE_OFFICER,
                    Seat.REGISTERED_NURSE,
                    Seat.SECONDARY_CARE_SPECIALIST,
                    Seat.LAY_AUDIT,
                    Seat.LAY_AREA);
    private static final LocalDate LAST = LocalDate.of(2014, 6, 30);
    private static final LocalDate RELAXED = LocalDate.of(2022, 4, 14);

    private static Specification chair() {
        return Specification.of(GoverningBodyDecider.DECIDER)
                .by(Role.GOVERNING_BODY_CHAIR, BodyRef.ccg(THURROCK))
                .on(GO_LIVE)
                .given(established(THURROCK));
    }

    private static PersonId person(int number) {
        return new PersonId("6f9d4a52-0c1b-4b7e-9a51-%012d".formatted(number));
    }

    private static AppointmentId id(int number) {
        return new AppointmentId(THURROCK + "-A" + number);
    }

    private static AppointGoverningBodyMember appoint(
            int person, Seat seat, Period term, AppointeeCapacity... capacities) {
        return new AppointGoverningBodyMember(
                THURROCK, person(person), null, seat, term, List.of(capacities));
    }

    private static GoverningBodyMemberAppointed appointed(int number, Seat seat, Period term) {
        return new GoverningBodyMemberAppointed(
                THURROCK, id(number), person(number), null, seat, term, List.of(), GO_LIVE);
    }

    private static AppointmentEnded ended(int number, Seat seat) {
        return new AppointmentEnded(
                THURROCK,
                id(number),
                person(number),
                seat,
                LAST,
                AppointmentEndCause.RESIGNED,
                LAST);
    }

    private static EndAppointment end(int number, LocalDate lastDay) {
        return new EndAppointment(THURROCK, id(number), lastDay, AppointmentEndCause.RESIGNED);
    }

    /// The people of [#COMPLETE], each in one seat, appointments 1 to 8.
    private static List<GoverningBodyEvent> complete() {
        List<GoverningBodyEvent> events = new ArrayList<>();
        for (Seat seat : COMPLETE) {
            events.add(appointed(events.size() + 1, seat, Period.from(GO_LIVE)));
        }
        return events;
    }

    private static AccountableOfficerAppointed officer(int person, LocalDate from) {
        return new AccountableOfficerAppointed(
                THURROCK, person(person), null, from, AppointmentRoute.NOMINATION, GO_LIVE);
    }

    @Test
    void the_chair_appoints_to_a_seat() {
        chair().when(appoint(1, Seat.LAY_AUDIT, Period.from(GO_LIVE)))
                .thenAccepted(appointed(1, Seat.LAY_AUDIT, Period.from(GO_LIVE)));
    }

    @Test
    void a_group_that_is_not_established_has_no_governing_body() {
        Specification.of(GoverningBodyDecider.DECIDER)
                .when(appoint(1, Seat.CHAIR, Period.from(GO_LIVE)))
                .thenNotFound();
    }

    @Test
    void the_same_appointment_changes_nothing() {
        chair().given(appointed(1, Seat.OTHER, Period.from(GO_LIVE)))
                .when(appoint(1, Seat.OTHER, Period.from(GO_LIVE)))
                .thenUnchanged();
    }

    @Test
    void capacities_bar_from_the_seats_that_the_schedules_name() {
        chair().when(
                        appoint(
                                1,
                                Seat.LAY_AREA,
                                Period.from(GO_LIVE),
                                AppointeeCapacity.LOCAL_AUTHORITY_EMPLOYEE))
                .thenRefused(
                        new AppointeeDisqualified(
                                Seat.LAY_AREA,
                                List.of(AppointeeCapacity.LOCAL_AUTHORITY_EMPLOYEE)));
        chair().when(
                        appoint(
                                1,
                                Seat.REGISTERED_NURSE,
                                Period.from(GO_LIVE),
                                AppointeeCapacity.OF_A_PROVIDER_TO_THE_GROUP))
                .thenRefused(
                        new AppointeeDisqualified(
                                Seat.REGISTERED_NURSE,
                                List.of(AppointeeCapacity.OF_A_PROVIDER_TO_THE_GROUP)));
        chair().when(
                        appoint(
                                1,
                                Seat.GENERAL_PRACTITIONER,
                                Period.from(GO_LIVE),
                                AppointeeCapacity.OF_A_PROVIDER_TO_THE_GROUP))
                .thenAccepted(GoverningBodyMemberAppointed.class);
        chair().when(
                        appoint(
                                1,
                                Seat.OTHER,
                                Period.from(GO_LIVE),
                                AppointeeCapacity.DISQUALIFIED_FROM_OFFICE))
                .thenRefused(
                        new AppointeeDisqualified(
                                Seat.OTHER, List.of(AppointeeCapacity.DISQUALIFIED_FROM_OFFICE)));
    }

    @Test
    void the_accountable_officers_seat_is_for_whom_the_board_appointed() {
        AppointGoverningBodyMember appoint =
                appoint(1, Seat.ACCOUNTABLE_OFFICER, Period.from(GO_LIVE));

        chair().when(appoint).thenRefused(new NotTheAccountableOfficer(GO_LIVE));
        chair().given(officer(1, GO_LIVE.plusDays(1)))
                .when(appoint)
                .thenRefused(new NotTheAccountableOfficer(GO_LIVE));
        chair().given(officer(1, GO_LIVE), officer(2, GO_LIVE.plusYears(1)))
                .when(appoint)
                .thenAccepted(GoverningBodyMemberAppointed.class);
    }

    @Test
    void one_person_at_a_time_is_the_chair() {
        GoverningBodyMemberAppointed first =
                appointed(1, Seat.CHAIR, new Period(GO_LIVE, GO_LIVE.plusYears(3)));

        chair().given(first)
                .when(appoint(2, Seat.CHAIR, Period.from(GO_LIVE.plusYears(3))))
                .thenRefused(new SeatOccupied(Seat.CHAIR, id(1)));
        chair().given(first)
                .when(appoint(2, Seat.CHAIR, Period.from(GO_LIVE.plusYears(3).plusDays(1))))
                .thenAccepted(GoverningBodyMemberAppointed.class);
        chair().given(appointed(1, Seat.LAY_OTHER, Period.from(GO_LIVE)))
                .when(appoint(2, Seat.LAY_OTHER, Period.from(GO_LIVE)))
                .thenAccepted(GoverningBodyMemberAppointed.class);
    }

    @Test
    void a_seat_that_was_left_can_be_taken_the_day_after() {
        chair().given(appointed(1, Seat.CHAIR, Period.from(GO_LIVE)), ended(1, Seat.CHAIR))
                .on(LAST)
                .when(appoint(2, Seat.CHAIR, Period.from(LAST.plusDays(1))))
                .thenAccepted(GoverningBodyMemberAppointed.class);
    }

    @Tag("G1")
    @Test
    void a_leaver_who_is_missed_breaches_the_composition_from_the_day_after() {
        chair().given(complete())
                .on(LAST)
                .when(end(5, LAST))
                .thenAccepted(
                        ended(5, Seat.REGISTERED_NURSE),
                        new GoverningBodyCompositionBreached(
                                THURROCK,
                                id(5),
                                LAST.plusDays(1),
                                List.of(CompositionRequirement.REGISTERED_NURSE),
                                LAST));
    }

    @Tag("G1")
    @Test
    void from_2022_a_specialist_is_enough_without_a_nurse() {
        chair().given(complete())
                .on(RELAXED)
                .when(end(5, RELAXED.minusDays(1)))
                .thenAccepted(AppointmentEnded.class);
        chair().given(complete())
                .on(RELAXED)
                .when(end(5, RELAXED.minusDays(2)))
                .thenAccepted(AppointmentEnded.class, GoverningBodyCompositionBreached.class);
    }

    @Test
    void who_leaves_a_body_that_was_never_complete_is_missed_only_for_what_they_gave_it() {
        chair().given(
                        appointed(1, Seat.CHAIR, Period.from(GO_LIVE)),
                        appointed(2, Seat.GENERAL_PRACTITIONER, Period.from(GO_LIVE)))
                .on(LAST)
                .when(end(2, LAST))
                .thenAccepted(AppointmentEnded.class);
    }

    @Test
    void an_appointment_ends_once_and_within_its_term() {
        chair().given(appointed(1, Seat.CHAIR, Period.from(GO_LIVE)), ended(1, Seat.CHAIR))
                .on(LAST)
                .when(end(1, LAST))
                .thenUnchanged();
        chair().given(appointed(1, Seat.CHAIR, Period.from(GO_LIVE)), ended(1, Seat.CHAIR))
                .on(LAST)
                .when(end(1, LAST.minusDays(1)))
                .thenRefused(new AppointmentAlreadyEnded(LAST));
        chair().given(appointed(1, Seat.CHAIR, new Period(GO_LIVE, LAST.minusDays(1))))
                .on(LAST)
                .when(end(1, LAST))
                .thenRefused(new AppointmentAlreadyEnded(LAST.minusDays(1)));
        chair().when(end(1, LAST)).thenNotFound();
    }

    @Test
    void a_term_does_not_end_before_it_begins_and_a_name_is_the_appointees() {
        assertThat(
                        new AppointGoverningBodyMember(
                                        THURROCK,
                                        person(1),
                                        new PersonalText(person(2), "A. Person"),
                                        Seat.CHAIR,
                                        new Period(GO_LIVE, GO_LIVE.minusDays(1)),
                                        List.of())
                                .fieldErrors())
                .hasSize(2);
    }
}
