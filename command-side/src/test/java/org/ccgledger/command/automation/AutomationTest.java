package org.ccgledger.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.*;
import static org.ccgledger.command.automation.Causes.EVENT;
import static org.ccgledger.command.automation.Causes.cause;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.conditions.ConditionCommand.RecordFullAuthorisation;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.interests.Declared;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.WithdrawFromJointCommittee;
import org.ccgledger.command.meetings.MeetingCommand.RecordTaint;
import org.ccgledger.command.membership.MembershipCommand.AdmitPractice;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.command.runningcosts.RunningCostCommand.PostSharedCost;
import org.ccgledger.command.support.SupportCommand.RecordBackstopSuccessionRisk;
import org.ccgledger.command.tariffs.TariffCommand.RecordVariationOverdue;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionEvent.ConditionReviewDecided;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionEvent.DirectionVaried;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.WithdrawalNoticeGiven;
import org.ccgledger.events.meetings.MeetingEvent.VoteCast;
import org.ccgledger.events.meetings.Vote;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.RunningCostEvent.RunningCostSpendRecorded;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportChosen;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportEnded;
import org.ccgledger.events.support.SupportProviderKind;
import org.ccgledger.events.tariffs.TariffEvent.TariffModificationApproved;
import org.ccgledger.events.tariffs.TariffEvent.TariffVariationAgreed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AutomationTest {

    private static final ConditionTerms TERMS =
            new ConditionTerms(new ConditionId("07G-C1"), PLAN, false, "Meet it", SupportLevel.II);

    private static CCGAuthorised grant(ConditionTerms... conditions) {
        return authorised(
                conditions.length == 0
                        ? AuthorisationOutcome.AUTHORISED
                        : AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS,
                List.of(conditions),
                List.of());
    }

    @Test
    void an_interest_that_becomes_known_asks_about_each_item_voted_on_since_it_began() {
        InterestDeclared declared = Declared.declared();
        MeetingId meeting = new MeetingId("thurrock-2013-05");
        ForumRef forum = ForumRef.governingBody(declared.ccg());
        LocalDate before = declared.terms().from().minusDays(1);
        LocalDate later = declared.effectiveOn().plusDays(9);
        List<CcgEvent> votes =
                List.of(
                        vote(meeting, forum, "1", before),
                        vote(meeting, forum, "2", declared.terms().from()),
                        vote(meeting, forum, "2", later),
                        vote(meeting, forum, "3", declared.terms().from()));
        List<Envelope> sent =
                WhenInterestBecomesKnownThenTaintDecisions.react(cause(declared), _ -> votes);
        assertThat(sent)
                .extracting(Envelope::command)
                .containsExactly(
                        new RecordTaint(meeting, new ItemId("2"), Declared.GP),
                        new RecordTaint(meeting, new ItemId("3"), Declared.GP));
        assertThat(sent)
                .extracting(Envelope::effectiveOn)
                .containsExactly(later, declared.effectiveOn());
        assertThat(sent).extracting(Envelope::commandId).doesNotHaveDuplicates();
        assertThat(
                        WhenInterestBecomesKnownThenTaintDecisions.react(
                                cause(declared), _ -> List.of()))
                .isEmpty();
        assertThat(WhenInterestBecomesKnownThenTaintDecisions.react(cause(grant()), _ -> votes))
                .isEmpty();
    }

    private static VoteCast vote(MeetingId meeting, ForumRef forum, String item, LocalDate on) {
        return new VoteCast(meeting, forum, new ItemId(item), Declared.GP, null, Vote.FOR, on);
    }

    private static CCGEstablished established() {
        CCGAuthorised grant = grant();
        return new CCGEstablished(
                THURROCK,
                grant.ons(),
                NAME,
                grant.areaTeam(),
                grant.area(),
                List.of(FIRST, SECOND),
                grant.constitution(),
                DECIDED_ON);
    }

    @Test
    void when_a_group_is_authorised_then_it_is_established() {
        Envelope sent = WhenCCGAuthorisedThenEstablishCCG.react(cause(grant())).getFirst();

        assertThat(sent.command()).isEqualTo(new EstablishCCG(THURROCK));
        assertThat(sent.actor()).isEqualTo(Actor.SYSTEM);
        assertThat(sent.effectiveOn()).isEqualTo(DECIDED_ON);
        assertThat(sent.authority()).isEqualTo(Authority.of("NHS Act 2006", "s.14D"));
        assertThat(sent.causationId()).isEqualTo(EVENT);
        assertThat(sent.correlationId()).isEqualTo("a-correlation");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"ccg":"07G","effectiveOn":"2013-03-14",\
                        "authority":{"instrument":"NHS Act 2006","provision":"s.14D"}}\
                        """);
    }

    @Test
    void when_a_group_is_established_then_its_applicants_are_admitted() {
        List<Envelope> sent = WhenCCGEstablishedThenAdmitApplicants.react(cause(established()));

        assertThat(sent)
                .extracting(Envelope::command)
                .containsExactly(
                        new AdmitPractice(THURROCK, FIRST, null),
                        new AdmitPractice(THURROCK, SECOND, null));
        assertThat(sent).extracting(Envelope::commandId).doesNotHaveDuplicates();
        assertThat(sent).extracting(Envelope::idempotencyKey).doesNotHaveDuplicates();
    }

    @Test
    void the_same_event_leads_to_the_same_command_and_another_event_to_another() {
        UUID first = WhenCCGAuthorisedThenEstablishCCG.react(cause(grant())).getFirst().commandId();
        UUID again = WhenCCGAuthorisedThenEstablishCCG.react(cause(grant())).getFirst().commandId();
        UUID other =
                WhenCCGAuthorisedThenEstablishCCG.react(cause(grant(), new UUID(0, 1)))
                        .getFirst()
                        .commandId();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.version()).isEqualTo(8);
    }

    @Test
    void other_events_lead_to_nothing() {
        assertThat(WhenCCGAuthorisedThenEstablishCCG.react(cause(established()))).isEmpty();
        assertThat(WhenCCGEstablishedThenAdmitApplicants.react(cause(grant()))).isEmpty();
        assertThat(DueDates.of(cause(established()))).isEmpty();
    }

    @Test
    void the_comment_window_is_closed_the_day_after_its_last() {
        List<Envelope> due = DueDates.of(cause(recommended().getLast()));

        assertThat(due)
                .extracting(Envelope::command)
                .containsExactly(new CloseCommentWindow(THURROCK));
        assertThat(due)
                .extracting(Envelope::effectiveOn)
                .containsExactly(RECOMMENDED_ON.plusDays(15));
    }

    @Test
    void a_review_is_overdue_three_months_and_a_day_after_conditions_were_last_looked_at() {
        overdueOn(LocalDate.of(2013, 6, 15), grant(TERMS));
        overdueOn(
                LocalDate.of(2013, 7, 2),
                new ConditionImposed(
                        THURROCK, TERMS, LocalDate.of(2013, 9, 1), LocalDate.of(2013, 4, 1)));
        overdueOn(LocalDate.of(2013, 10, 17), reviewed(1, LocalDate.of(2013, 7, 16)));
        overdueOn(LocalDate.of(2014, 3, 1), reviewed(1, LocalDate.of(2013, 11, 30)));
    }

    private static void overdueOn(LocalDate day, CcgEvent event) {
        List<Envelope> due = DueDates.of(cause(event));
        assertThat(due)
                .extracting(Envelope::command)
                .containsExactly(new RecordReviewOverdue(THURROCK));
        assertThat(due).extracting(Envelope::effectiveOn).containsExactly(day);
    }

    @Test
    void the_publication_of_a_local_price_is_overdue_after_30_days() {
        TariffVariationId price = new TariffVariationId("07G-urgent-care-price");
        for (CcgEvent event :
                List.of(
                        new TariffVariationAgreed(
                                price, THURROCK, new BodyRef("PROVIDER/RWN"), DECIDED_ON),
                        new TariffModificationApproved(
                                price, THURROCK, DocRef.titled("Letter"), DECIDED_ON))) {
            List<Envelope> due = DueDates.of(cause(event));
            assertThat(due)
                    .extracting(Envelope::command)
                    .containsExactly(new RecordVariationOverdue(price, THURROCK));
            assertThat(due)
                    .extracting(Envelope::effectiveOn)
                    .containsExactly(DECIDED_ON.plusDays(31));
        }
    }

    private static ConditionReviewDecided reviewed(int remaining, LocalDate on) {
        return new ConditionReviewDecided(
                THURROCK, 1, List.of(), remaining, YearMonth.from(on.plusMonths(3)), on);
    }

    @Test
    void a_group_may_be_fully_authorised_when_a_direction_has_ended() {
        LocalDate last = LocalDate.of(2013, 9, 30);
        DirectionTerms until = direction("07G-D1", new Period(DECIDED_ON, last));
        DirectionTerms open = direction("07G-D2", Period.from(DECIDED_ON));
        DirectionId first = until.direction();
        DocRef handover = DocRef.titled("Handover");

        fullOn(
                last.plusDays(1),
                authorised(
                        AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                        List.of(),
                        List.of(until, open)));
        fullOn(last.plusDays(1), new DirectionIssued(THURROCK, until, null, DECIDED_ON));
        fullOn(
                last.plusDays(1),
                new DirectionVaried(THURROCK, first, List.of(), until.period(), null, DECIDED_ON));
        fullOn(last, new DirectionRevoked(THURROCK, first, handover, last));
        assertThat(DueDates.of(cause(new DirectionIssued(THURROCK, open, null, DECIDED_ON))))
                .isEmpty();
    }

    @Test
    void of_two_directions_of_a_grant_each_may_be_the_last() {
        Period period = new Period(DECIDED_ON, DECIDED_ON.plusMonths(6));

        assertThat(
                        DueDates.of(
                                cause(
                                        authorised(
                                                AuthorisationOutcome
                                                        .AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                                                List.of(TERMS),
                                                List.of(
                                                        direction("07G-D1", period),
                                                        direction("07G-D2", period))))))
                .hasSize(3)
                .extracting(Envelope::commandId)
                .doesNotHaveDuplicates();
    }

    private static DirectionTerms direction(String id, Period period) {
        return new DirectionTerms(
                new DirectionId(id),
                LegalPower.REG8,
                DirectionKind.MANNER_OF_EXERCISE,
                List.of(),
                period,
                DocRef.titled("Direction"));
    }

    private static void fullOn(LocalDate day, CcgEvent event) {
        List<Envelope> due = DueDates.of(cause(event));
        assertThat(due)
                .extracting(Envelope::command)
                .containsExactly(new RecordFullAuthorisation(THURROCK));
        assertThat(due).extracting(Envelope::effectiveOn).containsExactly(day);
    }

    @Test
    void nothing_falls_due_where_no_condition_is_open() {
        assertThat(DueDates.of(cause(grant()))).isEmpty();
        assertThat(DueDates.of(cause(reviewed(0, DECIDED_ON)))).isEmpty();
    }

    @Test
    void a_notice_to_withdraw_falls_due_on_the_day_that_it_names() {
        JointCommitteeId committee = new JointCommitteeId("a-committee");
        LocalDate leavesOn = LocalDate.of(2015, 5, 1);
        for (BodyRef member : List.of(BodyRef.ccg(THURROCK), BodyRef.BOARD)) {
            Envelope due =
                    DueDates.of(
                                    cause(
                                            new WithdrawalNoticeGiven(
                                                    committee,
                                                    member,
                                                    leavesOn,
                                                    leavesOn.minusDays(90))))
                            .getFirst();

            assertThat(due.effectiveOn()).isEqualTo(leavesOn);
            assertThat(due.command())
                    .isEqualTo(
                            new WithdrawFromJointCommittee(
                                    committee, member.isCcg() ? THURROCK : null));
        }
    }

    @Tag("K9")
    @Test
    void when_a_shared_cost_is_spent_then_each_other_group_is_posted_its_part() {
        CcgCode neighbour = new CcgCode("99F");
        FinancialYear year = new FinancialYear("2013/14");
        YearMonth april = YearMonth.of(2013, 4);
        CostLine team = new CostLine("finance-team");
        RunningCostSpendRecorded spent =
                new RunningCostSpendRecorded(
                        THURROCK,
                        year,
                        april,
                        team,
                        new Money("1000"),
                        CostFund.RUNNING_COSTS,
                        new Money("600"),
                        List.of(
                                new CostPart(THURROCK, new BigDecimal("60"), new Money("600")),
                                new CostPart(neighbour, new BigDecimal("40"), new Money("400"))),
                        DECIDED_ON);
        List<Envelope> sent = WhenSharedCostSpentThenPostShares.react(cause(spent));

        assertThat(sent)
                .extracting(Envelope::command)
                .containsExactly(
                        new PostSharedCost(
                                neighbour,
                                year,
                                THURROCK,
                                april,
                                team,
                                new Money("400"),
                                CostFund.RUNNING_COSTS));
        assertThat(sent).extracting(Envelope::effectiveOn).containsExactly(DECIDED_ON);
        assertThat(WhenSharedCostSpentThenPostShares.react(cause(grant()))).isEmpty();
    }

    @Test
    void a_back_stop_falls_due_six_months_before_its_end_and_not_before_the_end_was_decided() {
        SupportId support = new SupportId("07G-support-1");
        LocalDate last = LocalDate.of(2016, 3, 31);
        LocalDate chosenOn = LocalDate.of(2013, 4, 1);
        Envelope due = DueDates.of(cause(supported(support, chosenOn, last))).getFirst();

        assertThat(due.command()).isEqualTo(new RecordBackstopSuccessionRisk(support, THURROCK));
        assertThat(due.effectiveOn()).isEqualTo(LocalDate.of(2015, 9, 30));
        assertThat(DueDates.of(cause(supported(support, chosenOn, null)))).isEmpty();
        assertThat(
                        DueDates.of(
                                cause(
                                        new CommissioningSupportEnded(
                                                support,
                                                THURROCK,
                                                LocalDate.of(2014, 3, 31),
                                                null,
                                                LocalDate.of(2013, 12, 1)))))
                .extracting(Envelope::effectiveOn)
                .containsExactly(LocalDate.of(2013, 12, 1));
    }

    private static CommissioningSupportChosen supported(
            SupportId support, LocalDate from, @Nullable LocalDate until) {
        return new CommissioningSupportChosen(
                support,
                THURROCK,
                new ServiceLine("contract-management"),
                SupportProviderKind.CSU_BACKSTOP,
                new BodyRef("CSU/0AK"),
                new Period(from, until),
                new Money("350000"),
                from);
    }
}
