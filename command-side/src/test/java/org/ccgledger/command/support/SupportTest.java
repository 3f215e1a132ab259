package org.ccgledger.command.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.established;

import java.time.LocalDate;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.support.SupportCommand.*;
import org.ccgledger.command.support.SupportRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.Source;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.events.support.SupportProviderKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SupportTest {

    private static final SupportId FIRST = new SupportId("07G-support-1");
    private static final SupportId SECOND = new SupportId("07G-support-2");
    private static final ServiceLine CONTRACTS = new ServiceLine("contract-management");
    private static final BodyRef GROUP = BodyRef.ccg(THURROCK);
    private static final BodyRef UNIT = new BodyRef("CSU/0AK");
    private static final BodyRef COMPANY = new BodyRef("PROVIDER/NQ101");
    private static final LocalDate ON = LocalDate.of(2013, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2016, 3, 31);
    private static final LocalDate NEAR = LocalDate.of(2015, 9, 30);
    private static final Money COST = new Money("350000");
    private static final Source SOURCE =
            new Source(Source.Standing.STATED, "Speech of 2 November 2011", null);

    private static Specification thurrock() {
        return Specification.of(SupportDecider.DECIDER)
                .given(established(THURROCK))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, GROUP)
                .on(ON);
    }

    private static Specification system() {
        return thurrock().by(Role.SYSTEM, Actor.SYSTEM.body()).on(NEAR);
    }

    private static ChooseCommissioningSupport choose(
            SupportProviderKind kind,
            BodyRef provider,
            @Nullable LocalDate until,
            @Nullable BodyRef decider) {
        return new ChooseCommissioningSupport(
                FIRST, THURROCK, CONTRACTS, kind, provider, new Period(ON, until), COST, decider);
    }

    private static ChooseCommissioningSupport backstop(@Nullable LocalDate until) {
        return choose(SupportProviderKind.CSU_BACKSTOP, UNIT, until, null);
    }

    private static ChooseCommissioningSupport company() {
        return choose(SupportProviderKind.INDEPENDENT, COMPANY, null, null);
    }

    private static CommissioningSupportChosen chosen(
            SupportId id, SupportProviderKind kind, BodyRef provider, Period period) {
        return new CommissioningSupportChosen(
                id, THURROCK, CONTRACTS, kind, provider, period, COST, ON);
    }

    private static CommissioningSupportChosen backed() {
        return chosen(FIRST, SupportProviderKind.CSU_BACKSTOP, UNIT, new Period(ON, LAST));
    }

    private static BackstopPeriodSet period(LocalDate until, LocalDate on) {
        return new BackstopPeriodSet(LocalDate.of(2011, 11, 2), until, SOURCE, on);
    }

    private static EndCommissioningSupport end(LocalDate on, @Nullable SupportId successor) {
        return new EndCommissioningSupport(FIRST, THURROCK, on, successor);
    }

    private static CommissioningSupportEnded ended(LocalDate on, @Nullable SupportId successor) {
        return new CommissioningSupportEnded(FIRST, THURROCK, on, successor, ON);
    }

    @Test
    void a_group_chooses_who_supports_it() {
        thurrock().when(backstop(LAST)).thenAccepted(backed());
        thurrock()
                .when(company())
                .thenAccepted(
                        chosen(FIRST, SupportProviderKind.INDEPENDENT, COMPANY, Period.from(ON)));
        thurrock()
                .when(choose(SupportProviderKind.IN_HOUSE, GROUP, null, GROUP))
                .thenAccepted(CommissioningSupportChosen.class);
        thurrock().withoutAuthority().when(company()).thenRefused(new AuthorityNotCited());
        Specification.of(SupportDecider.DECIDER).on(ON).when(company()).thenNotFound();
    }

    @Test
    void nobody_else_chooses_for_it() {
        thurrock()
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(backstop(LAST))
                .thenRefused(new SupportChoiceReservedToCcg(THURROCK, BodyRef.BOARD));
        BodyRef neighbour = BodyRef.ccg(NEIGHBOUR);
        thurrock()
                .by(Role.CCG_ACCOUNTABLE_OFFICER, neighbour)
                .when(backstop(LAST))
                .thenRefused(new SupportChoiceReservedToCcg(THURROCK, neighbour));
        thurrock()
                .by(Role.CCG_FINANCE_OFFICER, GROUP)
                .when(backstop(LAST))
                .thenRefused(new SupportChoiceReservedToCcg(THURROCK, GROUP));
    }

    @Test
    void a_private_provider_is_imposed_by_nobody() {
        thurrock()
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(company())
                .thenRefused(new PrivateSupportCannotBeImposed(THURROCK, COMPANY, BodyRef.BOARD));
    }

    @Test
    void the_board_stands_in_until_the_end_of_the_period() {
        thurrock()
                .when(backstop(LAST.plusDays(1)))
                .thenRefused(new BackstopPeriodExpired(LAST.plusDays(1), LAST));
        thurrock().when(backstop(null)).thenRefused(new BackstopPeriodExpired(null, LAST));
        LocalDate later = LocalDate.of(2016, 11, 1);
        thurrock()
                .given(period(later, ON))
                .when(backstop(later))
                .thenAccepted(CommissioningSupportChosen.class);
        thurrock()
                .given(period(later, ON.plusDays(1)))
                .when(backstop(later))
                .thenRefused(new BackstopPeriodExpired(later, LAST));
    }

    @Test
    void who_supports_a_group_does_not_decide_for_it() {
        thurrock()
                .when(choose(SupportProviderKind.CSU_BACKSTOP, UNIT, LAST, UNIT))
                .thenRefused(new SupportCannotDecide(UNIT));
        thurrock()
                .when(choose(SupportProviderKind.CSU_BACKSTOP, UNIT, LAST, COMPANY))
                .thenRefused(new SupportCannotDecide(COMPANY));
        BodyRef neighbour = BodyRef.ccg(NEIGHBOUR);
        thurrock()
                .when(choose(SupportProviderKind.SHARED_CCG, neighbour, null, neighbour))
                .thenRefused(new SupportCannotDecide(neighbour));
        thurrock()
                .when(choose(SupportProviderKind.SHARED_CCG, neighbour, null, GROUP))
                .thenAccepted(CommissioningSupportChosen.class);
    }

    @Test
    void the_rules_answer_in_their_order() {
        thurrock()
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(choose(SupportProviderKind.INDEPENDENT, COMPANY, null, COMPANY))
                .thenRefused(new SupportCannotDecide(COMPANY));
        thurrock()
                .when(choose(SupportProviderKind.CSU_BACKSTOP, UNIT, null, UNIT))
                .thenRefused(new BackstopPeriodExpired(null, LAST));
    }

    @Test
    void an_id_stands_for_one_arrangement_that_ends_after_it_begins() {
        thurrock().given(backed()).when(backstop(LAST)).thenUnchanged();
        thurrock().given(backed()).when(company()).thenRefused(new CodeInUse(FIRST));
        thurrock()
                .given(backed(), ended(LAST, null))
                .when(backstop(LAST))
                .thenRefused(new CodeInUse(FIRST));
        thurrock()
                .when(choose(SupportProviderKind.INDEPENDENT, COMPANY, ON.minusDays(1), null))
                .thenRefused(new InvalidPeriod(ON.minusDays(1), ON));
    }

    @Test
    void a_provider_is_of_its_kind_and_a_cost_not_negative() {
        assertThat(backstop(LAST).fieldErrors()).isEmpty();
        assertThat(choose(SupportProviderKind.CSU_BACKSTOP, COMPANY, LAST, null).fieldErrors())
                .hasSize(1);
        assertThat(choose(SupportProviderKind.SHARED_CCG, GROUP, null, null).fieldErrors())
                .hasSize(1);
        assertThat(choose(SupportProviderKind.LOCAL_AUTHORITY, GROUP, null, null).fieldErrors())
                .hasSize(1);
        assertThat(
                        new ChooseCommissioningSupport(
                                        FIRST,
                                        THURROCK,
                                        CONTRACTS,
                                        SupportProviderKind.IN_HOUSE,
                                        GROUP,
                                        Period.from(ON),
                                        new Money("-1"),
                                        null)
                                .fieldErrors())
                .hasSize(1);
    }

    @Test
    void an_arrangement_is_ended_once_within_its_period() {
        thurrock().given(backed()).when(end(LAST, null)).thenAccepted(ended(LAST, null));
        thurrock().given(backed()).when(end(ON, null)).thenAccepted(ended(ON, null));
        thurrock()
                .given(backed())
                .when(end(LAST.plusDays(1), null))
                .thenRefused(new InvalidPeriod(LAST.plusDays(1), ON));
        thurrock()
                .given(backed())
                .when(end(ON.minusDays(1), null))
                .thenRefused(new InvalidPeriod(ON.minusDays(1), ON));
        Specification over = thurrock().given(backed(), ended(LAST, null));
        over.when(end(LAST, null)).thenUnchanged();
        over.when(end(ON, null)).thenRefused(new AlreadyDecided(FIRST, LAST));
        thurrock().when(end(LAST, null)).thenNotFound();
    }

    @Test
    void a_successor_is_an_arrangement_of_the_group() {
        CommissioningSupportChosen next =
                chosen(SECOND, SupportProviderKind.IN_HOUSE, GROUP, Period.from(LAST.plusDays(1)));
        thurrock().given(backed()).when(end(LAST, SECOND)).thenNotFound();
        thurrock().given(backed(), next).when(end(LAST, SECOND)).thenAccepted(ended(LAST, SECOND));
    }

    @Tag("S5")
    @Test
    void near_its_end_a_back_stop_without_a_successor_is_seen_once() {
        RecordBackstopSuccessionRisk warn = new RecordBackstopSuccessionRisk(FIRST, THURROCK);
        BackstopSuccessionRisk risk =
                new BackstopSuccessionRisk(FIRST, THURROCK, CONTRACTS, LAST, NEAR);
        system().given(backed()).when(warn).thenAccepted(risk);
        system().given(backed(), ended(LAST, null)).when(warn).thenAccepted(risk);
        system().given(backed(), risk).when(warn).thenUnchanged();
        system().when(warn).thenNotFound();
    }

    @Test
    void a_back_stop_that_has_a_successor_or_is_over_is_at_no_risk() {
        RecordBackstopSuccessionRisk warn = new RecordBackstopSuccessionRisk(FIRST, THURROCK);
        Period after = Period.from(LAST.plusDays(1));
        CommissioningSupportChosen next =
                chosen(SECOND, SupportProviderKind.IN_HOUSE, GROUP, after);
        system().given(backed(), next).when(warn).thenUnchanged();
        system().given(backed(), next, ended(LAST, SECOND)).when(warn).thenUnchanged();
        system().given(backed(), ended(NEAR.minusDays(1), null)).when(warn).thenUnchanged();
        system().given(chosen(FIRST, SupportProviderKind.INDEPENDENT, COMPANY, Period.from(ON)))
                .when(warn)
                .thenUnchanged();
        BackstopSuccessionRisk risk =
                new BackstopSuccessionRisk(FIRST, THURROCK, CONTRACTS, LAST, NEAR);
        CommissioningSupportEnded nextEnded =
                new CommissioningSupportEnded(SECOND, THURROCK, LAST.plusDays(1), null, ON);
        system().given(backed(), next, nextEnded).when(warn).thenUnchanged();
        CommissioningSupportChosen tooLate =
                chosen(SECOND, SupportProviderKind.IN_HOUSE, GROUP, Period.from(LAST.plusDays(2)));
        system().given(backed(), tooLate).when(warn).thenAccepted(risk);
        CommissioningSupportChosen other =
                new CommissioningSupportChosen(
                        SECOND,
                        THURROCK,
                        new ServiceLine("payroll"),
                        SupportProviderKind.IN_HOUSE,
                        GROUP,
                        after,
                        COST,
                        ON);
        system().given(backed(), other).when(warn).thenAccepted(risk);
    }

    @Test
    void the_period_of_the_back_stop_is_set_and_set_anew() {
        Specification board = Specification.of(SupportDecider.DECIDER).on(ON);
        SetBackstopPeriod set = new SetBackstopPeriod(LocalDate.of(2011, 11, 2), LAST, SOURCE);
        board.when(set).thenAccepted(period(LAST, ON));
        board.given(period(LAST, ON)).when(set).thenUnchanged();
        board.when(new SetBackstopPeriod(LocalDate.of(2011, 11, 2), LAST.plusYears(1), SOURCE))
                .thenAccepted(period(LAST.plusYears(1), ON));
        assertThat(set.fieldErrors()).isEmpty();
        assertThat(new SetBackstopPeriod(LAST, LAST.minusDays(1), SOURCE).fieldErrors()).hasSize(1);
    }
}
