package org.ccgledger.command.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.established;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ccgledger.command.decision.CommonRefusal.AuthorityNotCited;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.funds.FundCommand.*;
import org.ccgledger.command.funds.FundRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;
import org.ccgledger.events.funds.FundEvent.*;
import org.junit.jupiter.api.Test;

class FundTest {

    private static final long SEED = 20_130_401;
    private static final FinancialYear FY = new FinancialYear("2013/14");
    private static final LocalDate ON = LocalDate.of(2013, 4, 1);
    private static final CommitmentId ACUTE = new CommitmentId("07G-acute");
    private static final CommitmentId OTHER = new CommitmentId("07G-other");

    private static Money money(String amount) {
        return new Money(amount);
    }

    private static Specification board() {
        return Specification.of(FundDecider.DECIDER).given(established(THURROCK)).on(ON);
    }

    /// With £100 allotted.
    private static Specification finance() {
        return board().given(allotted("100")).by(Role.CCG_FINANCE_OFFICER, BodyRef.ccg(THURROCK));
    }

    private static FundsAllotted allotted(String amount) {
        return new FundsAllotted(THURROCK, FY, money(amount), ON);
    }

    private static AllocationAdjusted adjusted(String change, String allotted, LocalDate on) {
        return new AllocationAdjusted(THURROCK, FY, money(change), money(allotted), on);
    }

    private static CommitFunds commit(CommitmentId id, String amount) {
        return new CommitFunds(THURROCK, FY, id, "Acute services", money(amount));
    }

    private static FundsCommitted committed(CommitmentId id, String amount) {
        return new FundsCommitted(THURROCK, FY, id, "Acute services", money(amount), ON);
    }

    private static RecordCommitment record(CommitmentId id, String amount) {
        return new RecordCommitment(THURROCK, FY, id, "Acute services", money(amount));
    }

    private static CommitmentRecorded recorded(CommitmentId id, String amount) {
        return new CommitmentRecorded(THURROCK, FY, id, "Acute services", money(amount), ON);
    }

    private static AllocationOvercommitted overcommitted(
            String committed, String allotted, String excess) {
        return new AllocationOvercommitted(
                THURROCK, FY, money(committed), money(allotted), money(excess), ON);
    }

    @Test
    void funds_are_allotted_once_a_year() {
        AllotFunds allot = new AllotFunds(THURROCK, FY, money("100"));
        board().when(allot).thenAccepted(allotted("100"));
        board().given(allotted("100.00")).when(allot).thenUnchanged();
        board().given(allotted("99")).when(allot).thenRefused(new AlreadyAllotted(money("99")));
        board().withoutAuthority().when(allot).thenRefused(new AuthorityNotCited());
        Specification.of(FundDecider.DECIDER).on(ON).when(allot).thenNotFound();
    }

    @Test
    void adjustments_are_appended() {
        AdjustAllocation more = new AdjustAllocation(THURROCK, FY, money("20.50"));
        board().given(allotted("100")).when(more).thenAccepted(adjusted("20.50", "120.50", ON));
        board().given(allotted("100"), adjusted("-10", "90", ON.plusDays(1)))
                .on(ON.plusDays(2))
                .when(more)
                .thenAccepted(adjusted("20.50", "110.50", ON.plusDays(2)));
        board().when(more).thenNotFound();
        assertThat(new AdjustAllocation(THURROCK, FY, Money.NOTHING).fieldErrors()).hasSize(1);
        assertThat(more.fieldErrors()).isEmpty();
    }

    @Test
    void funds_are_committed_up_to_the_last_penny_allotted() {
        finance().when(commit(ACUTE, "100")).thenAccepted(committed(ACUTE, "100"));
        finance()
                .when(commit(ACUTE, "100.01"))
                .thenRefused(new ExceedsAllocation(money("100.01"), money("100")));
        finance()
                .given(committed(ACUTE, "60"), recorded(OTHER, "30"))
                .when(commit(new CommitmentId("07G-third"), "10.01"))
                .thenRefused(new ExceedsAllocation(money("100.01"), money("100")));
        board().by(Role.CCG_FINANCE_OFFICER, BodyRef.ccg(THURROCK))
                .when(commit(ACUTE, "1"))
                .thenRefused(new ExceedsAllocation(money("1"), Money.NOTHING));
        finance()
                .on(ON.minusDays(1))
                .when(commit(ACUTE, "1"))
                .thenRefused(new ExceedsAllocation(money("1"), Money.NOTHING));
    }

    @Test
    void however_often_funds_are_committed_the_last_penny_is_and_the_next_is_not() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            Specification before = board().by(Role.CCG_FINANCE_OFFICER, BodyRef.ccg(THURROCK));
            long committed = 0;
            List<CcgEvent> events = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                long pence = random.nextLong(1, 10_000_000_000L);
                committed += pence;
                events.add(committed(new CommitmentId("07G-" + i), pence(pence)));
            }
            long left = random.nextLong(1, 1_000_000);
            Specification allotted = before.given(allotted(pence(committed + left))).given(events);
            try {
                allotted.when(commit(ACUTE, pence(left)))
                        .thenAccepted(committed(ACUTE, pence(left)));
                allotted.when(commit(ACUTE, pence(left + 1)))
                        .thenRefused(
                                new ExceedsAllocation(
                                        money(pence(committed + left + 1)),
                                        money(pence(committed + left))));
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, run %d".formatted(SEED, run), e);
            }
        }
    }

    private static String pence(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }

    @Test
    void what_is_released_can_be_committed_again() {
        CommitmentReleased released = new CommitmentReleased(THURROCK, FY, ACUTE, ON);
        finance()
                .given(committed(ACUTE, "100"))
                .when(new ReleaseCommitment(THURROCK, FY, ACUTE))
                .thenAccepted(released);
        finance()
                .given(committed(ACUTE, "100"), released)
                .when(new ReleaseCommitment(THURROCK, FY, ACUTE))
                .thenUnchanged();
        finance()
                .given(committed(ACUTE, "100"), released)
                .when(commit(OTHER, "100"))
                .thenAccepted(committed(OTHER, "100"));
        finance().when(new ReleaseCommitment(THURROCK, FY, ACUTE)).thenNotFound();
    }

    @Test
    void a_commitments_id_stands_for_one_commitment() {
        finance().given(committed(ACUTE, "50")).when(commit(ACUTE, "50")).thenUnchanged();
        finance()
                .given(committed(ACUTE, "50"))
                .when(commit(ACUTE, "10"))
                .thenRefused(new CodeInUse(ACUTE));
        finance()
                .given(recorded(ACUTE, "50"))
                .when(record(ACUTE, "60"))
                .thenRefused(new CodeInUse(ACUTE));
        finance().given(recorded(ACUTE, "50")).when(record(ACUTE, "50")).thenUnchanged();
    }

    @Test
    void an_officer_commits_no_more_at_once_than_the_governing_body_allows() {
        FinancialLimitSet limit =
                new FinancialLimitSet(THURROCK, FY, Role.CCG_FINANCE_OFFICER, money("25"), ON);
        SetFinancialLimit set =
                new SetFinancialLimit(THURROCK, FY, Role.CCG_FINANCE_OFFICER, money("25"));
        board().when(set).thenAccepted(limit);
        board().given(limit).when(set).thenUnchanged();
        Specification.of(FundDecider.DECIDER).on(ON).when(set).thenNotFound();
        finance().given(limit).when(commit(ACUTE, "25")).thenAccepted(committed(ACUTE, "25"));
        finance()
                .given(limit)
                .when(commit(ACUTE, "25.01"))
                .thenRefused(
                        new ExceedsFinancialLimit(
                                Role.CCG_FINANCE_OFFICER, money("25.01"), money("25")));
        finance()
                .given(limit)
                .by(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK))
                .when(commit(ACUTE, "100"))
                .thenAccepted(committed(ACUTE, "100"));
        assertThat(set.fieldErrors()).isEmpty();
        assertThat(new SetFinancialLimit(THURROCK, FY, Role.AUDITOR, money("25")).fieldErrors())
                .hasSize(1);
    }

    @Test
    void what_is_committed_beyond_the_allocation_is_recorded_and_seen() {
        finance().when(record(ACUTE, "100")).thenAccepted(recorded(ACUTE, "100"));
        finance()
                .when(record(ACUTE, "100.01"))
                .thenAccepted(recorded(ACUTE, "100.01"), overcommitted("100.01", "100", "0.01"));
        board().when(record(ACUTE, "100")).thenAccepted(recorded(ACUTE, "100"));
        Specification.of(FundDecider.DECIDER).on(ON).when(record(ACUTE, "1")).thenNotFound();
    }

    @Test
    void an_allocation_below_what_is_committed_is_seen() {
        board().given(allotted("100"), committed(ACUTE, "90"))
                .when(new AdjustAllocation(THURROCK, FY, money("-20")))
                .thenAccepted(adjusted("-20", "80", ON), overcommitted("90", "80", "10"));
        board().given(recorded(ACUTE, "90"))
                .when(new AllotFunds(THURROCK, FY, money("80")))
                .thenAccepted(allotted("80"), overcommitted("90", "80", "10"));
    }

    @Test
    void amounts_are_not_negative() {
        assertThat(new AllotFunds(THURROCK, FY, money("-1")).fieldErrors()).hasSize(1);
        assertThat(commit(ACUTE, "-1").fieldErrors()).hasSize(1);
        assertThat(record(ACUTE, "-1").fieldErrors()).hasSize(1);
    }
}
