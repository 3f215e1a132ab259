package org.ccgledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.membership.MembershipCommand.AdmitPractice;
import org.ccgledger.command.membership.MembershipCommand.NovateMembership;
import org.ccgledger.command.membership.MembershipCommand.RemovePractice;
import org.ccgledger.command.membership.MembershipCommand.TransferPractice;
import org.ccgledger.command.membership.MembershipRefusal.MembershipGap;
import org.ccgledger.command.membership.MembershipRefusal.PracticeAlreadyMember;
import org.ccgledger.command.membership.MembershipRefusal.TooFewMembers;
import org.ccgledger.command.membership.MembershipRefusal.TransferNotApproved;
import org.ccgledger.events.Actor;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final CcgCode SOUTHEND = new CcgCode("99G");
    private static final PracticeCode FIRST = new PracticeCode("Z00001");
    private static final PracticeCode SECOND = new PracticeCode("Z00002");
    private static final PracticeCode THIRD = new PracticeCode("Z00003");
    private static final LocalDate APRIL = LocalDate.of(2013, 4, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2013, 10, 1);

    private static Specification thurrock() {
        return Specification.of(MembershipDecider.DECIDER)
                .by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK))
                .on(OCTOBER);
    }

    private static CCGEstablished established(CcgCode ccg, LocalDate on) {
        return new CCGEstablished(
                ccg,
                new OnsCode("E38000185"),
                "NHS " + ccg + " Clinical Commissioning Group",
                new AreaTeamCode("Q57"),
                List.of(),
                List.of(),
                DocRef.titled("Constitution"),
                on);
    }

    private static List<CcgEvent> members(PracticeCode... practices) {
        List<CcgEvent> events =
                new ArrayList<>(
                        List.of(established(THURROCK, APRIL), established(SOUTHEND, APRIL)));
        for (PracticeCode practice : practices) {
            events.add(new PracticeAdmitted(practice, THURROCK, ContractType.GMS, APRIL));
        }
        return events;
    }

    private static AdmitPractice admit(CcgCode ccg) {
        return new AdmitPractice(ccg, FIRST, ContractType.GMS);
    }

    private static CCGProposed proposed(CcgCode ccg) {
        return new CCGProposed(
                ccg,
                new OnsCode("E38000185"),
                new AreaTeamCode("Q57"),
                "NHS " + ccg + " Clinical Commissioning Group",
                List.of(new AreaCode("E38000185")),
                List.of(FIRST, SECOND),
                DocRef.titled("Constitution"),
                new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11"),
                LocalDate.of(2012, 6, 1));
    }

    private static ApprovalRecorded approval(BodyRef body) {
        return approval(body, APRIL);
    }

    private static ApprovalRecorded approval(BodyRef body, LocalDate on) {
        return new ApprovalRecorded(
                idOf(body),
                body,
                new ApprovalSubject(ApprovedStep.TRANSFER_PRACTICE, SOUTHEND, FIRST),
                DocRef.titled("Minutes"),
                on);
    }

    private static ApprovalId idOf(BodyRef body) {
        return new ApprovalId("by-" + body.code());
    }

    private static TransferPractice transfer(BodyRef... approvals) {
        return new TransferPractice(
                FIRST,
                THURROCK,
                SOUTHEND,
                List.of(approvals).stream().map(MembershipTest::idOf).toList());
    }

    private static TransferPractice agreedTransfer() {
        return transfer(BodyRef.ccg(SOUTHEND), BodyRef.BOARD);
    }

    private static Specification agreed() {
        return thurrock().given(approval(BodyRef.ccg(SOUTHEND)), approval(BodyRef.BOARD));
    }

    private static RemovePractice remove(EndCause cause) {
        return new RemovePractice(THURROCK, FIRST, cause);
    }

    @Test
    void an_established_group_admits_a_practice() {
        thurrock()
                .given(established(THURROCK, OCTOBER))
                .when(admit(THURROCK))
                .thenAccepted(new PracticeAdmitted(FIRST, THURROCK, ContractType.GMS, OCTOBER));
    }

    @Test
    void a_group_that_is_not_established_that_day_admits_nobody() {
        thurrock()
                .given(established(THURROCK, OCTOBER.plusDays(1)))
                .when(admit(THURROCK))
                .thenNotFound();
        thurrock().given(proposed(THURROCK)).when(admit(THURROCK)).thenNotFound();
    }

    @Test
    void a_practice_that_applied_for_the_group_is_admitted_and_its_contract_may_be_unknown() {
        thurrock()
                .given(proposed(THURROCK), established(THURROCK, APRIL))
                .when(new AdmitPractice(THURROCK, FIRST, null))
                .thenAccepted(new PracticeAdmitted(FIRST, THURROCK, null, OCTOBER));
    }

    @Tag("K5")
    @Test
    void a_practice_is_in_one_group_at_a_time() {
        thurrock()
                .given(members(FIRST, SECOND))
                .when(admit(SOUTHEND))
                .thenRefused(new PracticeAlreadyMember(FIRST, THURROCK));
        thurrock()
                .given(proposed(SOUTHEND), established(THURROCK, APRIL))
                .when(admit(THURROCK))
                .thenRefused(new PracticeAlreadyMember(FIRST, SOUTHEND));
    }

    @Test
    void a_practice_is_admitted_once() {
        thurrock().given(members(FIRST, SECOND)).when(admit(THURROCK)).thenUnchanged();
    }

    @Test
    void a_practice_that_was_removed_is_admitted_elsewhere_and_again() {
        List<CcgEvent> removed = members(FIRST, SECOND, THIRD);
        removed.add(new PracticeMembershipEnded(FIRST, THURROCK, EndCause.CONTRACT_ENDED, APRIL));
        thurrock().given(removed).when(admit(SOUTHEND)).thenAccepted(PracticeAdmitted.class);
        thurrock().given(removed).when(admit(THURROCK)).thenAccepted(PracticeAdmitted.class);
    }

    @Test
    void a_practice_moves_when_both_groups_and_the_board_agree() {
        PracticeTransferred moved = new PracticeTransferred(FIRST, THURROCK, SOUTHEND, OCTOBER);
        agreed().given(members(FIRST, SECOND, THIRD)).when(agreedTransfer()).thenAccepted(moved);
        agreed().given(members(FIRST, SECOND, THIRD))
                .given(approval(BodyRef.ccg(THURROCK)))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(transfer(BodyRef.ccg(THURROCK), BodyRef.ccg(SOUTHEND)))
                .thenAccepted(moved);
    }

    @Test
    void each_of_those_who_do_not_send_a_transfer_approves_it() {
        agreed().given(members(FIRST, SECOND, THIRD))
                .when(transfer(BodyRef.BOARD))
                .thenRefused(new TransferNotApproved(Set.of(BodyRef.ccg(SOUTHEND))));
        thurrock()
                .given(members(FIRST, SECOND, THIRD))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(transfer())
                .thenRefused(
                        new TransferNotApproved(
                                Set.of(BodyRef.ccg(THURROCK), BodyRef.ccg(SOUTHEND))));
    }

    @Test
    void an_approval_of_a_later_day_does_not_count_for_a_transfer() {
        thurrock()
                .given(
                        approval(BodyRef.ccg(SOUTHEND), OCTOBER.plusDays(1)),
                        approval(BodyRef.BOARD, OCTOBER.plusDays(1)))
                .given(members(FIRST, SECOND, THIRD))
                .when(agreedTransfer())
                .thenRefused(new TransferNotApproved(Set.of(BodyRef.ccg(SOUTHEND), BodyRef.BOARD)));
    }

    @Test
    void a_practice_leaves_the_group_that_has_it_for_one_that_is_there() {
        MembershipGap gap = new MembershipGap(THURROCK, SOUTHEND, OCTOBER);
        agreed().given(members(SECOND, THIRD)).when(agreedTransfer()).thenRefused(gap);
        agreed().given(established(THURROCK, APRIL), established(SOUTHEND, OCTOBER.plusDays(1)))
                .given(new PracticeAdmitted(FIRST, THURROCK, ContractType.GMS, APRIL))
                .when(agreedTransfer())
                .thenRefused(gap);
        LocalDate dayBefore = APRIL.minusDays(1);
        agreed().given(members(FIRST, SECOND, THIRD))
                .on(dayBefore)
                .when(agreedTransfer())
                .thenRefused(new MembershipGap(THURROCK, SOUTHEND, dayBefore));
        agreed().given(members(FIRST, SECOND, THIRD))
                .on(APRIL)
                .when(agreedTransfer())
                .thenAccepted(PracticeTransferred.class);
    }

    @Test
    void a_practice_is_transferred_once() {
        agreed().given(members(FIRST, SECOND, THIRD))
                .given(new PracticeTransferred(FIRST, THURROCK, SOUTHEND, APRIL))
                .when(agreedTransfer())
                .thenUnchanged();
    }

    @Test
    void a_transfer_is_between_two_groups() {
        assertThat(new TransferPractice(FIRST, THURROCK, THURROCK, List.of()).fieldErrors())
                .hasSize(1);
        assertThat(agreedTransfer().fieldErrors()).isEmpty();
        assertThat(agreedTransfer().senders())
                .containsExactlyInAnyOrder(BodyRef.ccg(THURROCK), BodyRef.ccg(SOUTHEND));
    }

    @Test
    void the_group_that_a_practice_leaves_keeps_two_members() {
        agreed().given(members(FIRST, SECOND))
                .when(agreedTransfer())
                .thenRefused(new TooFewMembers(THURROCK, 1));
        thurrock()
                .given(members(FIRST, SECOND))
                .when(remove(EndCause.MERGED))
                .thenRefused(new TooFewMembers(THURROCK, 1));
    }

    @Test
    void who_left_or_has_still_to_come_does_not_count_among_the_two() {
        thurrock()
                .given(members(FIRST, SECOND, THIRD))
                .given(new PracticeTransferred(THIRD, THURROCK, SOUTHEND, APRIL))
                .when(remove(EndCause.CONTRACT_ENDED))
                .thenRefused(new TooFewMembers(THURROCK, 1));
        thurrock()
                .given(members(FIRST, SECOND))
                .given(new PracticeAdmitted(THIRD, THURROCK, ContractType.PMS, OCTOBER.plusDays(1)))
                .when(remove(EndCause.CONTRACT_ENDED))
                .thenRefused(new TooFewMembers(THURROCK, 1));
        thurrock()
                .given(members(FIRST, SECOND))
                .given(new PracticeTransferred(THIRD, SOUTHEND, THURROCK, OCTOBER))
                .when(remove(EndCause.CONTRACT_ENDED))
                .thenAccepted(PracticeMembershipEnded.class);
    }

    @Test
    void a_departure_decided_ahead_counts_from_its_day() {
        thurrock()
                .given(members(FIRST, SECOND, THIRD))
                .given(
                        new PracticeMembershipEnded(
                                THIRD, THURROCK, EndCause.MERGED, OCTOBER.plusMonths(1)))
                .when(remove(EndCause.CONTRACT_ENDED))
                .thenRefused(new TooFewMembers(THURROCK, 1));
    }

    @Tag("N5")
    @Test
    void the_membership_of_a_practice_that_closes_ends_whatever_that_leaves() {
        thurrock()
                .given(members(FIRST, SECOND))
                .when(remove(EndCause.CLOSED))
                .thenAccepted(
                        new PracticeMembershipEnded(FIRST, THURROCK, EndCause.CLOSED, OCTOBER));
    }

    @Test
    void a_practice_is_removed_once_and_only_by_the_group_that_has_it() {
        List<CcgEvent> removed = members(FIRST, SECOND);
        removed.add(new PracticeMembershipEnded(FIRST, THURROCK, EndCause.CLOSED, APRIL));
        thurrock().given(removed).when(remove(EndCause.CLOSED)).thenUnchanged();
        thurrock().given(removed).when(remove(EndCause.MERGED)).thenNotFound();
        thurrock()
                .given(members(FIRST, SECOND, THIRD))
                .when(new RemovePractice(SOUTHEND, FIRST, EndCause.CLOSED))
                .thenNotFound();
        thurrock().given(members(SECOND, THIRD)).when(remove(EndCause.CLOSED)).thenNotFound();
    }

    @Test
    void a_membership_does_not_end_before_it_began() {
        thurrock()
                .given(members(FIRST, SECOND, THIRD))
                .on(APRIL.minusDays(1))
                .when(remove(EndCause.CLOSED))
                .thenRefused(new BackdatedBeyondLimit(APRIL));
    }

    @Test
    void a_membership_passes_to_the_group_that_takes_the_place_of_one_that_ceased() {
        NovateMembership novate = new NovateMembership(THURROCK, FIRST);
        ceased(BodyRef.ccg(SOUTHEND))
                .when(novate)
                .thenAccepted(new PracticeTransferred(FIRST, THURROCK, SOUTHEND, OCTOBER));
        ceased(BodyRef.ccg(SOUTHEND))
                .given(new PracticeTransferred(FIRST, THURROCK, SOUTHEND, OCTOBER))
                .when(novate)
                .thenUnchanged();
        ceased(new BodyRef("ICB/QH8"))
                .when(novate)
                .thenAccepted(
                        new PracticeMembershipEnded(
                                FIRST, THURROCK, EndCause.GROUP_CEASED, OCTOBER));
        thurrock()
                .given(members(FIRST))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .when(novate)
                .thenUnchanged();
    }

    private static Specification ceased(BodyRef successor) {
        return thurrock()
                .given(members(FIRST))
                .given(
                        new CCGDissolved(
                                THURROCK,
                                List.of(),
                                List.of(
                                        new Settlement(
                                                THURROCK,
                                                MatterKind.PRACTICE,
                                                FIRST.value(),
                                                successor)),
                                OCTOBER))
                .by(Role.SYSTEM, Actor.SYSTEM.body());
    }
}
