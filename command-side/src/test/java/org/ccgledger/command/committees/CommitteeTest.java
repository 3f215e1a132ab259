package org.ccgledger.command.committees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.committees.Established.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.Committees;
import org.ccgledger.command.committees.CommitteeCommand.*;
import org.ccgledger.command.committees.CommitteeRefusal.*;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.committees.SeatCapacity;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.junit.jupiter.api.Test;

class CommitteeTest {

    private static final LocalDate APRIL = LocalDate.of(2015, 4, 1);
    private static final LocalDate MARCH = LocalDate.of(2018, 3, 31);
    private static final Period THREE_YEARS = new Period(APRIL, MARCH);
    private static final CommitteeAppointmentId FIRST = new CommitteeAppointmentId(PRIMARY + "-M1");

    private static Specification group(ConstitutionPermission... permits) {
        return Specification.of(CommitteeDecider.DECIDER)
                .given(Established.group(permits))
                .by(Role.GOVERNING_BODY_CHAIR, GROUP)
                .on(ESTABLISHED_ON);
    }

    private static Specification committee(CcgEvent... events) {
        return group(ConstitutionPermission.DELEGATION).given(established()).given(events);
    }

    private static EstablishCommittee establish(CommitteeKind kind, CommitteeTerms terms) {
        return new EstablishCommittee(
                PRIMARY, KINGSTON, kind, "Primary care commissioning committee", terms);
    }

    private static AppointCommitteeMember appoint(PersonId person, SeatCode seat, Period term) {
        return new AppointCommitteeMember(PRIMARY, KINGSTON, person, null, seat, true, GROUP, term);
    }

    private static EndCommitteeAppointment end(LocalDate lastDay) {
        return new EndCommitteeAppointment(
                PRIMARY, KINGSTON, FIRST, lastDay, AppointmentEndCause.RESIGNED);
    }

    private static CommitteeAppointmentEnded ended(LocalDate lastDay) {
        return new CommitteeAppointmentEnded(
                PRIMARY,
                KINGSTON,
                FIRST,
                LAY,
                CHAIR,
                lastDay,
                AppointmentEndCause.RESIGNED,
                ESTABLISHED_ON);
    }

    @Test
    void a_committee_is_established_under_the_constitution() {
        group(ConstitutionPermission.DELEGATION)
                .when(establish(CommitteeKind.PCCC, terms(2)))
                .thenAccepted(established());
        group(ConstitutionPermission.COMMITTEES)
                .when(establish(CommitteeKind.QUALITY, terms(9)))
                .thenAccepted(CommitteeEstablished.class);
        committee().when(establish(CommitteeKind.PCCC, terms(2))).thenUnchanged();
    }

    @Test
    void the_constitution_has_to_provide_for_what_the_act_does_not_require() {
        group(ConstitutionPermission.COMMITTEES)
                .when(establish(CommitteeKind.PCCC, terms(2)))
                .thenRefused(
                        new ConstitutionDoesNotPermit(
                                KINGSTON, CommitteeKind.PCCC, ConstitutionPermission.DELEGATION));
        for (CommitteeKind kind :
                List.of(CommitteeKind.QUALITY, CommitteeKind.FINANCE, CommitteeKind.OTHER)) {
            group(ConstitutionPermission.DELEGATION)
                    .when(establish(kind, terms(2)))
                    .thenRefused(
                            new ConstitutionDoesNotPermit(
                                    KINGSTON, kind, ConstitutionPermission.COMMITTEES));
        }
        for (CommitteeKind kind : List.of(CommitteeKind.AUDIT, CommitteeKind.REMUNERATION)) {
            group().when(establish(kind, terms(2))).thenAccepted(CommitteeEstablished.class);
        }
    }

    @Test
    void what_the_board_delegates_is_decided_under_a_lay_chair_without_a_majority_of_practices() {
        group(ConstitutionPermission.DELEGATION)
                .when(establish(CommitteeKind.PCCC, terms(3)))
                .thenAccepted(CommitteeEstablished.class);
        group(ConstitutionPermission.DELEGATION)
                .when(establish(CommitteeKind.PCCC, terms(4)))
                .thenRefused(new PCCCCompositionInvalid(SeatCapacity.LAY, 4, 7));
        group(ConstitutionPermission.DELEGATION)
                .when(establish(CommitteeKind.PCCC, terms(2, SeatCapacity.EXECUTIVE)))
                .thenRefused(new PCCCCompositionInvalid(SeatCapacity.EXECUTIVE, 2, 5));
        committee()
                .when(new AmendTerms(PRIMARY, KINGSTON, terms(4)))
                .thenRefused(new PCCCCompositionInvalid(SeatCapacity.LAY, 4, 7));
    }

    @Test
    void an_id_stands_for_one_committee() {
        committee()
                .when(establish(CommitteeKind.PCCC, terms(1)))
                .thenRefused(new CodeInUse(PRIMARY));
    }

    @Test
    void only_a_group_that_exists_has_committees() {
        Specification.of(CommitteeDecider.DECIDER)
                .by(Role.GOVERNING_BODY_CHAIR, GROUP)
                .when(establish(CommitteeKind.AUDIT, terms(2)))
                .thenNotFound();
        group().when(new AmendTerms(PRIMARY, KINGSTON, terms(1))).thenNotFound();
        committee().when(new AmendTerms(PRIMARY, new CcgCode("02N"), terms(1))).thenNotFound();
        committee().when(new DisbandCommittee(PRIMARY, new CcgCode("02N"))).thenNotFound();
    }

    @Test
    void terms_are_amended_in_versions() {
        TermsAmended second = new TermsAmended(PRIMARY, KINGSTON, 2, terms(1), ESTABLISHED_ON);
        committee().when(new AmendTerms(PRIMARY, KINGSTON, terms(1))).thenAccepted(second);
        committee(second).when(new AmendTerms(PRIMARY, KINGSTON, terms(1))).thenUnchanged();
        committee(second)
                .when(new AmendTerms(PRIMARY, KINGSTON, terms(2)))
                .thenAccepted(new TermsAmended(PRIMARY, KINGSTON, 3, terms(2), ESTABLISHED_ON));
    }

    @Test
    void a_member_is_appointed_to_a_seat_of_the_terms() {
        committee()
                .when(appoint(LAY, CHAIR, THREE_YEARS))
                .thenAccepted(appointed(1, LAY, CHAIR, THREE_YEARS));
        committee(appointed(1, LAY, CHAIR, THREE_YEARS))
                .when(appoint(LAY, CHAIR, THREE_YEARS))
                .thenUnchanged();
        SeatCode nurse = new SeatCode("nurse");
        committee()
                .when(appoint(LAY, nurse, THREE_YEARS))
                .thenRefused(new SeatNotInTerms(nurse, true, 1));
    }

    @Test
    void a_seat_without_a_vote_gives_none() {
        committee()
                .when(appoint(LAY, HEALTHWATCH, THREE_YEARS))
                .thenRefused(new SeatNotInTerms(HEALTHWATCH, true, 1));
        committee()
                .when(
                        new AppointCommitteeMember(
                                PRIMARY,
                                KINGSTON,
                                LAY,
                                null,
                                HEALTHWATCH,
                                false,
                                GROUP,
                                THREE_YEARS))
                .thenAccepted(CommitteeMemberAppointed.class);
    }

    @Test
    void a_seat_has_no_more_holders_than_places_on_any_day() {
        committee(appointed(1, LAY, CHAIR, THREE_YEARS))
                .when(appoint(DOCTOR, CHAIR, Period.from(MARCH)))
                .thenRefused(new SeatOccupied(CHAIR, 1));
        committee(appointed(1, LAY, CHAIR, THREE_YEARS))
                .when(appoint(DOCTOR, CHAIR, Period.from(MARCH.plusDays(1))))
                .thenAccepted(CommitteeMemberAppointed.class);
        committee(appointed(1, LAY, DOCTORS, THREE_YEARS))
                .when(appoint(DOCTOR, DOCTORS, THREE_YEARS))
                .thenAccepted(CommitteeMemberAppointed.class);
        committee(appointed(1, LAY, CHAIR, Period.from(MARCH)))
                .when(appoint(DOCTOR, CHAIR, Period.from(APRIL)))
                .thenRefused(new SeatOccupied(CHAIR, 1));
    }

    @Test
    void a_person_has_one_seat_at_a_time() {
        committee(appointed(1, LAY, CHAIR, THREE_YEARS))
                .when(appoint(LAY, OFFICERS, Period.from(MARCH)))
                .thenRefused(new AlreadyMember(FIRST));
        committee(appointed(1, LAY, CHAIR, THREE_YEARS))
                .when(appoint(LAY, OFFICERS, Period.from(MARCH.plusDays(1))))
                .thenAccepted(CommitteeMemberAppointed.class);
    }

    @Test
    void an_appointment_ends_once() {
        CommitteeMemberAppointed chair = appointed(1, LAY, CHAIR, THREE_YEARS);
        committee(chair).when(end(APRIL)).thenAccepted(ended(APRIL));
        committee(chair, ended(APRIL)).when(end(APRIL)).thenUnchanged();
        committee(chair, ended(APRIL))
                .when(end(APRIL.plusDays(1)))
                .thenRefused(new AppointmentAlreadyEnded(APRIL));
        committee(chair)
                .when(end(MARCH.plusDays(1)))
                .thenRefused(new AppointmentAlreadyEnded(MARCH));
        committee().when(end(APRIL)).thenNotFound();
    }

    @Test
    void a_committee_that_is_disbanded_has_no_more_members_or_terms() {
        CommitteeDisbanded disbanded =
                new CommitteeDisbanded(PRIMARY, KINGSTON, null, ESTABLISHED_ON);
        committee().when(new DisbandCommittee(PRIMARY, KINGSTON)).thenAccepted(disbanded);
        committee(disbanded).when(new DisbandCommittee(PRIMARY, KINGSTON)).thenUnchanged();
        committee(disbanded).when(new AmendTerms(PRIMARY, KINGSTON, terms(1))).thenNotFound();
        committee(disbanded).when(appoint(LAY, CHAIR, THREE_YEARS)).thenNotFound();
    }

    @Test
    void terms_hang_together() {
        CommitteeTerms fit = terms(2);
        assertThat(establish(CommitteeKind.PCCC, fit).fieldErrors()).isEmpty();
        assertThat(new AmendTerms(PRIMARY, KINGSTON, fit).fieldErrors()).isEmpty();
        assertThat(
                        errors(
                                with(
                                        fit,
                                        List.of(
                                                new CommitteeSeat(CHAIR, SeatCapacity.LAY, 2, true),
                                                new CommitteeSeat(
                                                        CHAIR, SeatCapacity.LAY, 0, true)),
                                        DEPUTY,
                                        3)))
                .containsExactly(
                        "/terms/seats/1/seat",
                        "/terms/seats/1/places",
                        "/terms/chair",
                        "/terms/deputyChair",
                        "/terms/quorum");
        assertThat(errors(with(fit, fit.seats(), CHAIR, 0)))
                .containsExactly("/terms/deputyChair", "/terms/quorum");
    }

    @Test
    void a_percentage_belongs_to_a_supermajority() {
        assertThat(errors(byVote(CommitteeVotingRule.SUPERMAJORITY, "75"))).isEmpty();
        assertThat(errors(byVote(CommitteeVotingRule.SUPERMAJORITY, "100"))).isEmpty();
        for (CommitteeTerms wrong :
                List.of(
                        byVote(CommitteeVotingRule.SUPERMAJORITY, "50"),
                        byVote(CommitteeVotingRule.SUPERMAJORITY, "100.5"),
                        byVote(CommitteeVotingRule.MAJORITY, "75"),
                        terms(2, SeatCapacity.LAY, CommitteeVotingRule.SUPERMAJORITY, null))) {
            assertThat(errors(wrong)).containsExactly("/terms/percent");
        }
    }

    private static CommitteeTerms byVote(CommitteeVotingRule rule, String percent) {
        return terms(2, SeatCapacity.LAY, rule, new BigDecimal(percent));
    }

    private static List<String> errors(CommitteeTerms terms) {
        return new AmendTerms(PRIMARY, KINGSTON, terms)
                .fieldErrors().stream().map(FieldError::pointer).toList();
    }

    private static CommitteeTerms with(
            CommitteeTerms terms, List<CommitteeSeat> seats, SeatCode deputy, int quorum) {
        return new CommitteeTerms(
                seats,
                terms.chair(),
                deputy,
                quorum,
                terms.votingRule(),
                terms.percent(),
                terms.castingVote(),
                terms.functions());
    }

    @Test
    void an_appointment_names_its_person_and_runs_forward() {
        AppointCommitteeMember wrong =
                new AppointCommitteeMember(
                        PRIMARY,
                        KINGSTON,
                        LAY,
                        new PersonalText(DOCTOR, "Dr Somebody"),
                        CHAIR,
                        true,
                        GROUP,
                        new Period(MARCH, APRIL));
        assertThat(wrong.fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/name/subject", "/term/until");
    }

    @Test
    void others_see_who_votes_on_a_day_and_who_presides() {
        Committee committee =
                after(
                        established(),
                        appointed(1, LAY, CHAIR, THREE_YEARS),
                        appointed(2, DOCTOR, DOCTORS, Period.from(APRIL)),
                        new CommitteeMemberAppointed(
                                PRIMARY,
                                KINGSTON,
                                new CommitteeAppointmentId(PRIMARY + "-M3"),
                                new PersonId("a7d2e9b1-0f43-4c86-9a5d-6e1b8c3f7024"),
                                null,
                                HEALTHWATCH,
                                false,
                                GROUP,
                                Period.from(APRIL),
                                ESTABLISHED_ON));

        assertThat(committee.members(APRIL)).hasSize(3);
        assertThat(committee.voters(APRIL))
                .extracting(member -> member.seat().capacity())
                .containsExactly(SeatCapacity.LAY, SeatCapacity.GENERAL_PRACTITIONER);
        assertThat(committee.chair(APRIL)).map(Committee.Member::person).contains(LAY);
        assertThat(committee.chair(MARCH.plusDays(1))).isEmpty();
        assertThat(committee.deputyChair(APRIL)).isEmpty();
        assertThat(committee.member(DOCTOR, APRIL.minusDays(1))).isEmpty();
        assertThat(committee.member(DOCTOR, APRIL)).isPresent();
    }

    @Test
    void whose_seat_the_terms_no_longer_have_is_no_member() {
        CommitteeTerms without = with(terms(2), List.of(terms(2).seats().getFirst()), DEPUTY, 1);
        Committee committee =
                after(
                        established(),
                        appointed(1, DOCTOR, DOCTORS, THREE_YEARS),
                        new TermsAmended(PRIMARY, KINGSTON, 2, without, ESTABLISHED_ON));
        assertThat(committee.members(APRIL)).isEmpty();
        assertThat(committee.termsVersion()).isEqualTo(2);
    }

    private static Committee after(CommitteeEvent... events) {
        Optional<Committee> committee = Optional.empty();
        for (CommitteeEvent event : events) {
            committee = Committees.evolve(committee, event);
        }
        return committee.orElseThrow();
    }
}
