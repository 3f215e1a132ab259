package org.ccgledger.command.delegations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.committees.Established.CONTRACTS;
import static org.ccgledger.command.committees.Established.ESTABLISHED_ON;
import static org.ccgledger.command.committees.Established.GROUP;
import static org.ccgledger.command.committees.Established.KINGSTON;
import static org.ccgledger.command.committees.Established.PRIMARY;
import static org.ccgledger.command.committees.Established.established;

import java.math.BigDecimal;
import org.ccgledger.command.authorisation.Applications;
import org.ccgledger.command.boundaries.Scheme;
import org.ccgledger.command.committees.Established;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.delegations.DelegationCommand.*;
import org.ccgledger.command.delegations.DelegationRefusal.FunctionNotExercisable;
import org.ccgledger.command.delegations.DelegationRefusal.OutsideDelegatedScope;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OfficeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeDisbanded;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.DelegationEvent.*;
import org.ccgledger.events.delegations.ReservedTo;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DelegationTest {

    private static final Delegate COMMITTEE = Delegate.to(PRIMARY);
    private static final Delegate OFFICER = Delegate.to(new OfficeCode("chief-finance-officer"));
    private static final BigDecimal LIMIT = new BigDecimal("250000.00");

    private static Specification scheme(CcgEvent... events) {
        return Specification.of(DelegationDecider.DECIDER)
                .given(Established.group(ConstitutionPermission.DELEGATION))
                .given(established())
                .given(events)
                .by(Role.GOVERNING_BODY_CHAIR, GROUP)
                .on(ESTABLISHED_ON);
    }

    private static DelegateFunction delegate(Delegate to, @Nullable BigDecimal limit) {
        return new DelegateFunction(KINGSTON, CONTRACTS, to, limit);
    }

    private static FunctionDelegated delegated(
            int number, Delegate to, @Nullable BigDecimal limit) {
        return new FunctionDelegated(
                KINGSTON, new DelegationId("08J-S" + number), CONTRACTS, to, limit, ESTABLISHED_ON);
    }

    private static DelegationRevoked revoked(int number, Delegate from) {
        return new DelegationRevoked(
                KINGSTON, new DelegationId("08J-S" + number), CONTRACTS, from, ESTABLISHED_ON);
    }

    private static FunctionReserved reserved(ReservedTo keeper) {
        return new FunctionReserved(KINGSTON, CONTRACTS, keeper, ESTABLISHED_ON);
    }

    private static Command reserve(ReservedTo keeper) {
        return new ReserveFunction(KINGSTON, CONTRACTS, keeper);
    }

    @Test
    void a_function_is_delegated_to_a_committee_or_an_office_up_to_a_limit() {
        scheme().when(delegate(COMMITTEE, null)).thenAccepted(delegated(1, COMMITTEE, null));
        scheme(delegated(1, COMMITTEE, null))
                .when(delegate(OFFICER, LIMIT))
                .thenAccepted(delegated(2, OFFICER, LIMIT));
    }

    @Test
    void a_new_limit_replaces_the_old_one() {
        scheme(delegated(1, OFFICER, LIMIT))
                .when(delegate(OFFICER, new BigDecimal("250000")))
                .thenUnchanged();
        scheme(delegated(1, OFFICER, LIMIT))
                .when(delegate(OFFICER, null))
                .thenAccepted(revoked(1, OFFICER), delegated(2, OFFICER, null));
        scheme(delegated(1, OFFICER, null)).when(delegate(OFFICER, null)).thenUnchanged();
        scheme(delegated(1, OFFICER, LIMIT), revoked(1, OFFICER))
                .when(delegate(OFFICER, LIMIT))
                .thenAccepted(delegated(2, OFFICER, LIMIT));
    }

    @Test
    void a_committee_is_given_what_its_terms_provide_for() {
        FunctionCode planning = new FunctionCode("planning");
        scheme().when(new DelegateFunction(KINGSTON, planning, COMMITTEE, null))
                .thenRefused(new OutsideDelegatedScope(PRIMARY, planning));
        scheme().when(new DelegateFunction(KINGSTON, planning, OFFICER, null))
                .thenAccepted(FunctionDelegated.class);
    }

    @Test
    void a_committee_that_is_given_something_is_one_of_the_group_and_exists() {
        scheme().when(delegate(Delegate.to(new CommitteeId("08J-audit")), null)).thenNotFound();
        scheme(new CommitteeDisbanded(PRIMARY, KINGSTON, null, ESTABLISHED_ON))
                .when(delegate(COMMITTEE, null))
                .thenNotFound();
        Specification.of(DelegationDecider.DECIDER)
                .given(Directed.established(Directed.NEIGHBOUR), established())
                .on(ESTABLISHED_ON)
                .when(new DelegateFunction(Directed.NEIGHBOUR, CONTRACTS, COMMITTEE, null))
                .thenNotFound();
        Specification.of(DelegationDecider.DECIDER)
                .on(ESTABLISHED_ON)
                .when(delegate(OFFICER, null))
                .thenNotFound();
    }

    @Test
    void a_function_that_a_direction_has_taken_is_not_delegated() {
        Specification.of(DelegationDecider.DECIDER)
                .given(Directed.directed(), Directed.established(Applications.THURROCK))
                .on(ESTABLISHED_ON)
                .when(new DelegateFunction(Applications.THURROCK, Directed.ACUTE, OFFICER, null))
                .thenRefused(new FunctionNotExercisable(Directed.ACUTE, BodyRef.BOARD));
    }

    @Test
    void a_function_that_is_reserved_is_not_delegated() {
        scheme(reserved(ReservedTo.MEMBERSHIP))
                .when(delegate(COMMITTEE, null))
                .thenRefused(
                        new DelegationRefusal.FunctionReserved(CONTRACTS, ReservedTo.MEMBERSHIP));
        scheme(
                        reserved(ReservedTo.MEMBERSHIP),
                        new ReservationLifted(KINGSTON, CONTRACTS, ESTABLISHED_ON))
                .when(delegate(COMMITTEE, null))
                .thenAccepted(FunctionDelegated.class);
    }

    @Test
    void a_reservation_takes_back_what_was_delegated() {
        scheme(delegated(1, COMMITTEE, null), delegated(2, OFFICER, LIMIT))
                .when(reserve(ReservedTo.GOVERNING_BODY))
                .thenAccepted(
                        revoked(1, COMMITTEE),
                        revoked(2, OFFICER),
                        reserved(ReservedTo.GOVERNING_BODY));
        scheme(reserved(ReservedTo.GOVERNING_BODY))
                .when(reserve(ReservedTo.GOVERNING_BODY))
                .thenUnchanged();
        scheme(reserved(ReservedTo.GOVERNING_BODY))
                .when(reserve(ReservedTo.MEMBERSHIP))
                .thenAccepted(reserved(ReservedTo.MEMBERSHIP));
    }

    @Test
    void a_reservation_is_lifted() {
        scheme(reserved(ReservedTo.MEMBERSHIP))
                .when(new LiftReservation(KINGSTON, CONTRACTS))
                .thenAccepted(new ReservationLifted(KINGSTON, CONTRACTS, ESTABLISHED_ON));
        scheme().when(new LiftReservation(KINGSTON, CONTRACTS)).thenUnchanged();
    }

    @Test
    void a_delegation_is_revoked_once() {
        Command revoke = new RevokeDelegation(KINGSTON, new DelegationId("08J-S1"));
        scheme(delegated(1, COMMITTEE, null)).when(revoke).thenAccepted(revoked(1, COMMITTEE));
        scheme(delegated(1, COMMITTEE, null), revoked(1, COMMITTEE)).when(revoke).thenUnchanged();
        scheme().when(revoke).thenNotFound();
    }

    @Test
    void a_delegate_is_one_of_the_two_and_a_limit_is_an_amount() {
        assertThat(delegate(COMMITTEE, null).fieldErrors()).isEmpty();
        assertThat(delegate(new Delegate(null, null), BigDecimal.ZERO).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/to", "/limit");
        assertThat(delegate(new Delegate(PRIMARY, OFFICER.office()), LIMIT).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/to");
    }

    @Test
    void others_see_what_a_delegate_may_decide_and_up_to_what() {
        Scheme scheme = Scheme.NONE.evolve(delegated(1, OFFICER, LIMIT));
        assertThat(scheme.covers(OFFICER, CONTRACTS, null)).isTrue();
        assertThat(scheme.covers(OFFICER, CONTRACTS, new BigDecimal("250000"))).isTrue();
        assertThat(scheme.covers(OFFICER, CONTRACTS, new BigDecimal("250000.01"))).isFalse();
        assertThat(scheme.covers(COMMITTEE, CONTRACTS, null)).isFalse();
        assertThat(scheme.covers(OFFICER, new FunctionCode("planning"), null)).isFalse();
        assertThat(
                        scheme.evolve(delegated(2, COMMITTEE, null))
                                .covers(COMMITTEE, CONTRACTS, new BigDecimal("9000000")))
                .isTrue();
        assertThat(scheme.evolve(revoked(1, OFFICER)).covers(OFFICER, CONTRACTS, null)).isFalse();
    }
}
