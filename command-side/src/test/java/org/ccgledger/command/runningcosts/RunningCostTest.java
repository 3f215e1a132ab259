package org.ccgledger.command.runningcosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.established;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.CommonRefusal.BackdatedBeyondLimit;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.runningcosts.RunningCostCommand.*;
import org.ccgledger.command.runningcosts.RunningCostPolicyCommand.*;
import org.ccgledger.command.runningcosts.RunningCostRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.PerHeadRange;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunningCostTest {

    private static final long SEED = 20_140_331;
    private static final FinancialYear FY = new FinancialYear("2013/14");
    private static final LocalDate ON = LocalDate.of(2013, 4, 1);
    private static final LocalDate COUNTED = LocalDate.of(2012, 4, 1);
    private static final CostLine TEAM = new CostLine("finance-team");
    private static final CostLine OFFICE = new CostLine("office");
    private static final YearMonth APRIL = YearMonth.of(2013, 4);
    private static final DocRef STRUCTURE = DocRef.titled("One team with the neighbour");
    private static final Source SOURCE =
            new Source(Source.Standing.STATED, "Running costs: briefing note", null);

    private static Money money(String amount) {
        return new Money(amount);
    }

    private static Specification board() {
        return Specification.of(RunningCostDecider.DECIDER)
                .given(established(THURROCK), established(NEIGHBOUR), counted(92_727, ON))
                .on(ON);
    }

    private static Specification finance() {
        return board().by(Role.CCG_FINANCE_OFFICER, BodyRef.ccg(THURROCK));
    }

    /// With £2,318,175 each.
    private static Specification provided() {
        return finance().given(allowance(THURROCK), allowance(NEIGHBOUR));
    }

    private static PopulationRecorded counted(int heads, LocalDate on) {
        return new PopulationRecorded(
                THURROCK, PopulationBasis.ONS_MODERATED, heads, COUNTED, on.minusDays(1));
    }

    private static RunningCostPolicySet upTo(String perHead) {
        return new RunningCostPolicySet(
                FY, 1, money(perHead), null, PopulationBasis.ONS_MODERATED, SOURCE, COUNTED);
    }

    private static RunningCostAllowanceSet allowance(CcgCode ccg) {
        return new RunningCostAllowanceSet(
                ccg,
                FY,
                PopulationBasis.ONS_MODERATED,
                92_727,
                COUNTED,
                money("25.00"),
                money("2318175"),
                ON);
    }

    private static SetRunningCostAllowance allow(String perHead) {
        return new SetRunningCostAllowance(
                THURROCK, FY, PopulationBasis.ONS_MODERATED, null, money(perHead));
    }

    private static SetRunningCostBudget budget(BudgetLine... lines) {
        return new SetRunningCostBudget(THURROCK, FY, List.of(lines));
    }

    private static BudgetLine line(CostLine line, String amount, CostShare... shares) {
        return new BudgetLine(line, money(amount), shares.length == 0 ? null : List.of(shares));
    }

    private static CostShare share(CcgCode ccg, String percent) {
        return new CostShare(ccg, new BigDecimal(percent));
    }

    private static CostPart part(CcgCode ccg, String percent, String amount) {
        return new CostPart(ccg, new BigDecimal(percent), money(amount));
    }

    private static RunningCostBudgetSet budgeted(String amount) {
        return new RunningCostBudgetSet(
                THURROCK,
                FY,
                1,
                List.of(
                        new BudgetedLine(
                                TEAM, money(amount), List.of(part(THURROCK, "100", amount)))),
                money(amount),
                ON);
    }

    private static RunningCostBudgetSet sharedBudget(CcgCode host) {
        return new RunningCostBudgetSet(
                host,
                FY,
                1,
                List.of(
                        new BudgetedLine(
                                TEAM,
                                money("100000"),
                                List.of(
                                        part(THURROCK, "60", "60000"),
                                        part(NEIGHBOUR, "40", "40000")))),
                money(host.equals(THURROCK) ? "60000" : "40000"),
                ON);
    }

    private static RecordRunningCostSpend spend(String amount, CostFund bookedTo) {
        return new RecordRunningCostSpend(THURROCK, FY, APRIL, TEAM, money(amount), bookedTo);
    }

    private static RunningCostSpendRecorded spent(String amount) {
        return new RunningCostSpendRecorded(
                THURROCK,
                FY,
                APRIL,
                TEAM,
                money(amount),
                CostFund.RUNNING_COSTS,
                money(amount),
                List.of(),
                ON);
    }

    private static RunningCostEnvelopeBreached breached(String spent, String excess) {
        return new RunningCostEnvelopeBreached(
                THURROCK, FY, money(spent), money("2318175"), money(excess), ON);
    }

    private static EnvelopeAffordabilityDemonstrated shown(String cost) {
        return new EnvelopeAffordabilityDemonstrated(
                THURROCK, FY, STRUCTURE, money(cost), money("2318175"), ON);
    }

    private static ChangeStructure change() {
        return new ChangeStructure(
                THURROCK, FY, STRUCTURE, "One team for two groups", List.of(NEIGHBOUR));
    }

    private static SetRunningCostPolicy policy(
            @Nullable String perHead, @Nullable PerHeadRange range) {
        return new SetRunningCostPolicy(
                FY,
                perHead == null ? null : money(perHead),
                range,
                PopulationBasis.ONS_MODERATED,
                SOURCE);
    }

    @Test
    void a_policy_is_set_once_a_version() {
        Specification policies = Specification.of(RunningCostPolicyDecider.DECIDER).on(COUNTED);
        policies.when(policy("25", null)).thenAccepted(upTo("25"));
        policies.given(upTo("25")).when(policy("25.00", null)).thenUnchanged();
        PerHeadRange range = new PerHeadRange(money("25"), money("35"));
        policies.when(policy(null, range))
                .thenAccepted(
                        new RunningCostPolicySet(
                                FY,
                                2,
                                null,
                                range,
                                PopulationBasis.ONS_MODERATED,
                                SOURCE,
                                COUNTED));
        policies.withoutAuthority().when(policy("26", null)).thenRefused(new AuthorityNotCited());
    }

    @Test
    void a_policy_says_an_amount_or_a_range_that_is_one() {
        PerHeadRange range = new PerHeadRange(money("25"), money("35"));
        assertThat(policy("25", null).fieldErrors()).isEmpty();
        assertThat(policy(null, range).fieldErrors()).isEmpty();
        assertThat(policy(null, null).fieldErrors()).hasSize(1);
        assertThat(policy("25", range).fieldErrors()).hasSize(1);
        assertThat(policy(null, new PerHeadRange(money("35"), money("25"))).fieldErrors())
                .hasSize(1);
    }

    @Test
    void an_envelope_is_so_much_a_head_exactly() {
        board().when(allow("25.00")).thenAccepted(allowance(THURROCK));
        board().given(allowance(THURROCK)).when(allow("25")).thenUnchanged();
        // 92,727 × 24.73 is 2,293,138.71.
        board().when(allow("24.73"))
                .thenAccepted(
                        new RunningCostAllowanceSet(
                                THURROCK,
                                FY,
                                PopulationBasis.ONS_MODERATED,
                                92_727,
                                COUNTED,
                                money("24.73"),
                                money("2293139"),
                                ON));
    }

    /// R2, against whole numbers of pence; every fourth product lies halfway between two pounds.
    @Tag("R2")
    @Test
    void an_envelope_is_heads_times_so_much_a_head_to_the_nearest_pound_half_a_pound_up() {
        Random random = new Random(SEED);
        for (int run = 0; run < 1_000; run++) {
            boolean isHalfway = run % 4 == 0;
            int heads = isHalfway ? 2 * random.nextInt(500_000) + 1 : random.nextInt(1, 1_000_000);
            long pence = isHalfway ? 100 * random.nextLong(50) + 50 : random.nextLong(1, 5_000);
            long pounds = (heads * pence + 50) / 100;
            Money perHead = money(BigDecimal.valueOf(pence, 2).toPlainString());
            RunningCostAllowanceSet expected =
                    new RunningCostAllowanceSet(
                            THURROCK,
                            FY,
                            PopulationBasis.ONS_MODERATED,
                            heads,
                            COUNTED,
                            perHead,
                            money(Long.toString(pounds)),
                            ON);
            try {
                Specification.of(RunningCostDecider.DECIDER)
                        .given(established(THURROCK), counted(heads, ON))
                        .on(ON)
                        .when(allow(perHead.value()))
                        .thenAccepted(expected);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, run %d".formatted(SEED, run), e);
            }
        }
    }

    @Test
    void an_allowance_counts_the_heads_that_are_recorded_for_its_basis_by_its_day() {
        SetRunningCostAllowance byList =
                new SetRunningCostAllowance(THURROCK, FY, PopulationBasis.LIST, null, money("25"));
        board().when(byList).thenNotFound();
        board().on(ON.minusDays(2)).when(allow("25")).thenNotFound();
        Specification.of(RunningCostDecider.DECIDER).on(ON).when(allow("25")).thenNotFound();
        PopulationRecorded later =
                new PopulationRecorded(
                        THURROCK,
                        PopulationBasis.ONS_MODERATED,
                        90_000,
                        COUNTED.plusYears(1),
                        ON.minusDays(5));
        board().given(later)
                .when(allow("25"))
                .thenAccepted(
                        new RunningCostAllowanceSet(
                                THURROCK,
                                FY,
                                PopulationBasis.ONS_MODERATED,
                                90_000,
                                COUNTED.plusYears(1),
                                money("25"),
                                money("2250000"),
                                ON));
        board().given(later)
                .when(
                        new SetRunningCostAllowance(
                                THURROCK, FY, PopulationBasis.ONS_MODERATED, COUNTED, money("25")))
                .thenAccepted(allowance(THURROCK));
    }

    @Tag("R1")
    @Test
    void an_allowance_beyond_the_policy_is_set_and_seen() {
        board().given(upTo("24.73"))
                .when(allow("25"))
                .thenAccepted(
                        allowance(THURROCK),
                        new AllowanceOutOfPolicyRange(THURROCK, FY, money("25"), 1, ON));
        board().given(upTo("25")).when(allow("25")).thenAccepted(allowance(THURROCK));
        PerHeadRange range = new PerHeadRange(money("25"), money("35"));
        RunningCostPolicySet ranged =
                new RunningCostPolicySet(
                        FY, 2, null, range, PopulationBasis.ONS_MODERATED, SOURCE, COUNTED);
        board().given(upTo("30"), ranged)
                .when(allow("24.99"))
                .thenAccepted(RunningCostAllowanceSet.class, AllowanceOutOfPolicyRange.class);
        board().given(ranged).when(allow("35")).thenAccepted(RunningCostAllowanceSet.class);
        board().given(ranged)
                .when(allow("35.01"))
                .thenAccepted(RunningCostAllowanceSet.class, AllowanceOutOfPolicyRange.class);
    }

    @Test
    void an_allowance_below_what_is_spent_is_breached_at_once() {
        board().given(spent("2318175.01"))
                .when(allow("25"))
                .thenAccepted(allowance(THURROCK), breached("2318175.01", "0.01"));
        board().given(spent("2318175")).when(allow("25")).thenAccepted(allowance(THURROCK));
    }

    @Test
    void a_budget_within_the_envelope_is_set_up_to_the_last_penny() {
        provided().when(budget(line(TEAM, "2318175"))).thenAccepted(budgeted("2318175"));
        provided()
                .when(budget(line(TEAM, "2318175.01")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                THURROCK, money("2318175.01"), money("2318175")));
        provided()
                .when(budget(line(TEAM, "2000000"), line(OFFICE, "400000")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                THURROCK, money("2400000"), money("2318175")));
        provided().given(budgeted("2318175")).when(budget(line(TEAM, "2318175"))).thenUnchanged();
    }

    @Test
    void without_an_allowance_there_is_no_envelope_to_plan_for() {
        finance()
                .when(budget(line(TEAM, "0.01")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                THURROCK, money("0.01"), Money.NOTHING));
        provided()
                .on(ON.minusDays(1))
                .when(budget(line(TEAM, "1")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(THURROCK, money("1"), Money.NOTHING));
        Specification.of(RunningCostDecider.DECIDER)
                .on(ON)
                .when(budget(line(TEAM, "1")))
                .thenNotFound();
    }

    @Test
    void a_later_budget_replaces_the_one_before_and_is_not_dated_before_it() {
        provided()
                .given(budgeted("2000000"))
                .when(budget(line(OFFICE, "2318175")))
                .thenAccepted(
                        new RunningCostBudgetSet(
                                THURROCK,
                                FY,
                                2,
                                List.of(
                                        new BudgetedLine(
                                                OFFICE,
                                                money("2318175"),
                                                List.of(part(THURROCK, "100", "2318175")))),
                                money("2318175"),
                                ON));
        provided()
                .given(allowance(THURROCK), budgeted("1"))
                .given(
                        new RunningCostAllowanceSet(
                                THURROCK,
                                FY,
                                PopulationBasis.ONS_MODERATED,
                                1,
                                COUNTED,
                                money("25"),
                                money("2318175"),
                                ON.plusDays(1)))
                .when(budget(line(OFFICE, "2")))
                .thenRefused(new BackdatedBeyondLimit(ON.plusDays(1)));
    }

    @Test
    void a_budget_is_set_by_the_last_day_of_its_year() {
        provided()
                .on(LocalDate.of(2014, 3, 31))
                .when(budget(line(TEAM, "1")))
                .thenAccepted(RunningCostBudgetSet.class);
        provided()
                .on(LocalDate.of(2014, 4, 1))
                .when(budget(line(TEAM, "1")))
                .thenRefused(new InvalidPeriod(LocalDate.of(2014, 4, 1), FY));
    }

    @Test
    void each_group_bears_its_share_of_a_shared_post() {
        provided()
                .when(budget(line(TEAM, "100000", share(THURROCK, "60"), share(NEIGHBOUR, "40"))))
                .thenAccepted(sharedBudget(THURROCK));
    }

    @Test
    void shares_that_are_not_the_whole_are_refused() {
        refusedShares("90", share(THURROCK, "60"), share(NEIGHBOUR, "30"));
        refusedShares("100.0001", share(THURROCK, "60"), share(NEIGHBOUR, "40.0001"));
        refusedShares("100", share(NEIGHBOUR, "100"));
        refusedShares("100", share(THURROCK, "60"), share(THURROCK, "40"));
        refusedShares("100", share(THURROCK, "110"), share(NEIGHBOUR, "-10"));
        refusedShares("100", share(THURROCK, "100"), share(NEIGHBOUR, "0"));
    }

    private static void refusedShares(String total, CostShare... shares) {
        provided()
                .when(budget(line(TEAM, "100", shares)))
                .thenRefused(
                        new CostShareInvalid(
                                TEAM,
                                new BigDecimal(total),
                                List.of(shares).stream().map(CostShare::ccg).toList()));
    }

    /// R6: the hosting group's part is its share to the nearest penny, of two the greater; the
    /// other bears the rest.
    @Test
    void any_two_shares_are_borne_to_the_penny_or_refused_for_what_they_add_up_to() {
        Random random = new Random(SEED);
        for (int run = 0; run < 1_000; run++) {
            boolean isHalfway = run % 10 == 0;
            long share = isHalfway ? 500_000 : random.nextLong(1, 999_999);
            int off = run % 2 == 0 ? 0 : random.nextBoolean() ? 1 : -1;
            long pence = random.nextLong(1, 231_817_500) | (isHalfway ? 1 : 0);
            BigDecimal own = BigDecimal.valueOf(share, 4);
            BigDecimal other = BigDecimal.valueOf(1_000_000 - share + off, 4);
            String amount = BigDecimal.valueOf(pence, 2).toPlainString();
            Specification.Decided decided =
                    provided()
                            .when(
                                    budget(
                                            line(
                                                    TEAM,
                                                    amount,
                                                    new CostShare(THURROCK, own),
                                                    new CostShare(NEIGHBOUR, other))));
            long part = (pence * share + 500_000) / 1_000_000;
            Money borne = money(BigDecimal.valueOf(part, 2).toPlainString());
            Money rest = money(BigDecimal.valueOf(pence - part, 2).toPlainString());
            try {
                if (off == 0) {
                    decided.thenAccepted(
                            new RunningCostBudgetSet(
                                    THURROCK,
                                    FY,
                                    1,
                                    List.of(
                                            new BudgetedLine(
                                                    TEAM,
                                                    money(amount),
                                                    List.of(
                                                            new CostPart(THURROCK, own, borne),
                                                            new CostPart(NEIGHBOUR, other, rest)))),
                                    borne,
                                    ON));
                } else {
                    decided.thenRefused(
                            new CostShareInvalid(
                                    TEAM, own.add(other), List.of(THURROCK, NEIGHBOUR)));
                }
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, run %d".formatted(SEED, run), e);
            }
        }
    }

    @Test
    void a_share_counts_against_the_envelope_of_the_group_that_bears_it() {
        BudgetLine shared = line(TEAM, "100000", share(THURROCK, "60"), share(NEIGHBOUR, "40"));
        finance()
                .given(allowance(THURROCK))
                .when(budget(shared))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                NEIGHBOUR, money("40000"), Money.NOTHING));
        // What the neighbour hosts, and Thurrock bears of it, counts with Thurrock's own lines.
        provided()
                .given(sharedBudget(NEIGHBOUR))
                .when(budget(line(OFFICE, "2258175")))
                .thenAccepted(RunningCostBudgetSet.class);
        provided()
                .given(sharedBudget(NEIGHBOUR))
                .when(budget(line(OFFICE, "2258175.01")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                THURROCK, money("2318175.01"), money("2318175")));
    }

    @Tag("K9")
    @Test
    void whether_shares_are_the_whole_is_found_for_any_shares() {
        Random random = new Random(100);
        for (int run = 0; run < 1_000; run++) {
            List<CostShare> shares = new ArrayList<>();
            int left = 1_000_000;
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int percent = random.nextInt(1, left - i);
                shares.add(
                        new CostShare(
                                i == 1 ? THURROCK : new CcgCode("9%dX".formatted(i)),
                                BigDecimal.valueOf(percent, 4)));
                left -= percent;
            }
            int off = random.nextInt(-1, 2);
            shares.add(new CostShare(NEIGHBOUR, BigDecimal.valueOf(left + (long) off, 4)));
            BudgetLine line = new BudgetLine(TEAM, money("123456.78"), shares);
            boolean isWhole = off == 0;
            assertThat(line.isWhollyShared(THURROCK)).as(shares.toString()).isEqualTo(isWhole);
            if (isWhole) {
                assertThat(
                                line.budgetedBy(THURROCK).parts().stream()
                                        .map(CostPart::amount)
                                        .reduce(Money.NOTHING, Money::plus))
                        .isEqualTo(line.amount());
            }
        }
    }

    @Test
    void a_budget_has_lines_each_once_and_none_below_nothing() {
        assertThat(budget().fieldErrors()).hasSize(1);
        assertThat(budget(line(TEAM, "1"), line(TEAM, "2")).fieldErrors()).hasSize(1);
        assertThat(budget(line(TEAM, "-1")).fieldErrors()).hasSize(1);
        assertThat(budget(line(TEAM, "0"), line(OFFICE, "1")).fieldErrors()).isEmpty();
    }

    @Test
    void spending_within_the_envelope_is_recorded() {
        provided().when(spend("2318175", CostFund.RUNNING_COSTS)).thenAccepted(spent("2318175"));
        finance().when(spend("1", CostFund.RUNNING_COSTS)).thenAccepted(spent("1"));
    }

    @Tag("R4")
    @Test
    void spending_beyond_the_envelope_is_recorded_with_its_breach() {
        provided()
                .when(spend("2400000", CostFund.RUNNING_COSTS))
                .thenAccepted(spent("2400000"), breached("2400000", "81825"));
        provided()
                .given(spent("2318175"))
                .withoutAuthority()
                .when(spend("0.01", CostFund.RUNNING_COSTS))
                .thenAccepted(spent("0.01"), breached("2318175.01", "0.01"));
        provided()
                .given(spent("2400000"))
                .when(spend("-100000", CostFund.RUNNING_COSTS))
                .thenAccepted(spent("-100000"));
    }

    @Tag("R7")
    @Test
    void running_costs_booked_to_money_for_health_care_are_seen_and_count() {
        provided()
                .given(spent("2318175"))
                .when(spend("10", CostFund.PROGRAMME))
                .thenAccepted(
                        new RunningCostSpendRecorded(
                                THURROCK,
                                FY,
                                APRIL,
                                TEAM,
                                money("10"),
                                CostFund.PROGRAMME,
                                money("10"),
                                List.of(),
                                ON),
                        new RunningCostMisclassified(THURROCK, FY, APRIL, TEAM, money("10"), ON),
                        breached("2318185", "10"));
    }

    @Test
    void spending_is_recorded_in_its_year_and_not_ahead() {
        assertThat(spendIn(YearMonth.of(2013, 4)).fieldErrors()).isEmpty();
        assertThat(spendIn(YearMonth.of(2014, 3)).fieldErrors()).isEmpty();
        assertThat(spendIn(YearMonth.of(2013, 3)).fieldErrors()).hasSize(1);
        assertThat(spendIn(YearMonth.of(2014, 4)).fieldErrors()).hasSize(1);
        provided()
                .on(LocalDate.of(2026, 1, 2))
                .when(spend("1", CostFund.RUNNING_COSTS))
                .thenRefused(new EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
        Specification.of(RunningCostDecider.DECIDER)
                .on(ON)
                .when(spend("1", CostFund.RUNNING_COSTS))
                .thenNotFound();
    }

    private static RecordRunningCostSpend spendIn(YearMonth month) {
        return new RecordRunningCostSpend(
                THURROCK, FY, month, TEAM, money("1"), CostFund.RUNNING_COSTS);
    }

    @Test
    void what_is_spent_on_a_shared_line_is_borne_by_all_who_share_it() {
        provided()
                .given(sharedBudget(THURROCK))
                .when(spend("1000.01", CostFund.RUNNING_COSTS))
                .thenAccepted(
                        new RunningCostSpendRecorded(
                                THURROCK,
                                FY,
                                APRIL,
                                TEAM,
                                money("1000.01"),
                                CostFund.RUNNING_COSTS,
                                money("600.01"),
                                List.of(
                                        part(THURROCK, "60", "600.01"),
                                        part(NEIGHBOUR, "40", "400.00")),
                                ON));
    }

    @Test
    void a_part_of_anothers_spending_is_posted_whatever_it_breaches() {
        PostSharedCost post =
                new PostSharedCost(
                        THURROCK, FY, NEIGHBOUR, APRIL, TEAM, money("400"), CostFund.PROGRAMME);
        SharedCostPosted posted =
                new SharedCostPosted(
                        THURROCK, FY, NEIGHBOUR, APRIL, TEAM, money("400"), CostFund.PROGRAMME, ON);
        RunningCostMisclassified misclassified =
                new RunningCostMisclassified(THURROCK, FY, APRIL, TEAM, money("400"), ON);
        provided().when(post).thenAccepted(posted, misclassified);
        provided()
                .given(spent("2318000"))
                .when(post)
                .thenAccepted(posted, misclassified, breached("2318400", "225"));
        provided()
                .given(posted)
                .when(spend("2318175", CostFund.RUNNING_COSTS))
                .thenAccepted(spent("2318175"), breached("2318575", "400"));
        Specification.of(RunningCostDecider.DECIDER).on(ON).when(post).thenNotFound();
        assertThat(post.fieldErrors()).isEmpty();
    }

    @Test
    void a_structure_is_shown_to_fit_the_envelope_or_not() {
        provided()
                .when(new DemonstrateAffordability(THURROCK, FY, STRUCTURE, money("2318175")))
                .thenAccepted(shown("2318175"));
        provided()
                .when(new DemonstrateAffordability(THURROCK, FY, STRUCTURE, money("2318175.01")))
                .thenRefused(
                        new RunningCostBudgetExceedsEnvelope(
                                THURROCK, money("2318175.01"), money("2318175")));
        Specification.of(RunningCostDecider.DECIDER)
                .on(ON)
                .when(new DemonstrateAffordability(THURROCK, FY, STRUCTURE, money("1")))
                .thenNotFound();
    }

    @Test
    void a_structure_that_is_shown_to_fit_is_changed_and_nothing_else_bars_it() {
        StructureChanged changed =
                new StructureChanged(
                        THURROCK, FY, STRUCTURE, "One team for two groups", List.of(NEIGHBOUR), ON);
        CcgEvent affordable = shown("2000000");
        provided().given(affordable).when(change()).thenAccepted(changed);
        provided().given(affordable, changed).when(change()).thenUnchanged();
        AffordabilityNotDemonstrated refusal =
                new AffordabilityNotDemonstrated(STRUCTURE.title(), money("2318175"));
        provided().when(change()).thenRefused(refusal);
        provided()
                .given(
                        new EnvelopeAffordabilityDemonstrated(
                                THURROCK,
                                FY,
                                DocRef.titled("Another structure"),
                                money("1"),
                                money("2318175"),
                                ON))
                .when(change())
                .thenRefused(refusal);
        Specification.of(RunningCostDecider.DECIDER).on(ON).when(change()).thenNotFound();
    }

    @Test
    void what_was_shown_no_longer_holds_when_the_envelope_has_shrunk_below_it() {
        RunningCostAllowanceSet less =
                new RunningCostAllowanceSet(
                        THURROCK,
                        FY,
                        PopulationBasis.ONS_MODERATED,
                        92_727,
                        COUNTED,
                        money("20"),
                        money("1854540"),
                        ON);
        provided()
                .given(shown("2000000"), less)
                .when(change())
                .thenRefused(new AffordabilityNotDemonstrated(STRUCTURE.title(), money("1854540")));
    }

    @Test
    void a_structure_is_changed_within_the_year_for_which_it_was_shown_to_fit() {
        LocalDate last = LocalDate.of(2014, 3, 31);
        provided().given(shown("1")).on(last).when(change()).thenAccepted(StructureChanged.class);
        provided()
                .given(shown("1"))
                .on(last.plusDays(1))
                .when(change())
                .thenRefused(new InvalidPeriod(last.plusDays(1), FY));
        assertThat(
                        new ChangeStructure(THURROCK, FY, STRUCTURE, "Text", List.of(THURROCK))
                                .fieldErrors())
                .hasSize(1);
        assertThat(change().fieldErrors()).isEmpty();
    }
}
