package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final long SEED = 20_130_401;
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final int RUNS = 2_000;

    @Test
    void twenty_five_pounds_for_each_of_92727_heads_are_2318175_pounds() {
        assertThat(new Money("25.00").times(92_727)).isEqualTo(new Money("2318175"));
    }

    @Test
    void two_amounts_are_equal_however_they_were_written() {
        assertThat(new Money("25")).isEqualTo(new Money("25.0")).isEqualTo(new Money("25.00"));
        assertThat(new Money("25.000")).isEqualTo(new Money("25"));
        assertThat(new Money("25").value()).isEqualTo("25.00");
        assertThat(new Money("100").value()).isEqualTo("100.00");
        assertThat(new Money("-0")).isEqualTo(Money.NOTHING);
    }

    @Test
    void half_a_pound_is_rounded_up() {
        assertThat(new Money("2293136.49").inWholePounds()).isEqualTo(new Money("2293136"));
        assertThat(new Money("2293136.50").inWholePounds()).isEqualTo(new Money("2293137"));
    }

    @Test
    void thirds_of_a_penny_are_not_lost() {
        assertThat(new Money("0.01").split(percentages("33.3333", "33.3333", "33.3334")))
                .containsExactly(new Money("0"), new Money("0.01"), new Money("0"));
        assertThat(new Money("100").split(percentages("60", "40")))
                .containsExactly(new Money("60"), new Money("40"));
    }

    @Test
    void amounts_add_up_to_the_penny_where_floating_point_does_not() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            long first = random.nextLong(1_000_000_000_000L);
            long second = random.nextLong(1_000_000_000_000L);
            int heads = random.nextInt(1, 2_000_000);
            assertThat(pence(first).plus(pence(second))).isEqualTo(pence(first + second));
            assertThat(pence(first).minus(pence(second))).isEqualTo(pence(first - second));
            assertThat(pence(first % 10_000).times(heads)).isEqualTo(pence(first % 10_000 * heads));
        }
    }

    @Test
    void sums_and_comparisons_of_decimals_are_exact_to_the_last_place_of_either() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            String which = "seed %d, run %d".formatted(SEED, run);
            BigDecimal first = decimal(random);
            BigDecimal second = run % 10 == 0 ? first.negate() : decimal(random);
            int factor = random.nextInt(-2_000_000, 2_000_000);
            Money one = money(first);
            Money other = money(second);
            assertThat(one.plus(other).amount()).as(which).isEqualByComparingTo(first.add(second));
            assertThat(one.minus(other).amount())
                    .as(which)
                    .isEqualByComparingTo(first.subtract(second));
            assertThat(one.times(factor).amount())
                    .as(which)
                    .isEqualByComparingTo(first.multiply(BigDecimal.valueOf(factor)));
            assertThat(one.plus(other).minus(other)).as(which).isEqualTo(one);
            assertThat(one.isMoreThan(other)).as(which).isEqualTo(first.compareTo(second) > 0);
            assertThat(one.isNegative()).as(which).isEqualTo(first.signum() < 0);
            assertThat(one.plus(other).isZero())
                    .as(which)
                    .isEqualTo(first.add(second).signum() == 0);
        }
    }

    /// Against whole numbers of pence, of which every fourth lies halfway between two pounds.
    @Test
    void whole_pounds_are_the_nearest_ones_and_of_two_the_one_farther_from_nothing() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            long pounds = random.nextLong(1_000_000_000L);
            long pence = run % 4 == 0 ? 50 : random.nextLong(100);
            long nearest = pence < 50 ? pounds : pounds + 1;
            Money exact = pence(100 * pounds + pence);
            assertThat(exact.inWholePounds())
                    .as("seed %d, run %d: %s", SEED, run, exact)
                    .isEqualTo(pence(100 * nearest));
            assertThat(Money.NOTHING.minus(exact).inWholePounds())
                    .as("seed %d, run %d: -%s", SEED, run, exact)
                    .isEqualTo(pence(-100 * nearest));
        }
    }

    @Test
    void parts_of_shares_that_make_up_the_whole_make_up_the_whole() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            Money whole = pence(random.nextLong(-1_000_000_000L, 1_000_000_000L));
            List<BigDecimal> percentages = shares(random);
            List<Money> parts = whole.split(percentages);
            assertThat(parts.stream().reduce(Money.NOTHING, Money::plus)).isEqualTo(whole);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal exact = whole.amount().multiply(percentages.get(i)).movePointLeft(2);
                assertThat(parts.get(i).amount().subtract(exact).abs()).isLessThanOrEqualTo(PENNY);
            }
        }
    }

    /// Of either sign, with up to fifteen digits, none to four of them after the point.
    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(
                random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
                random.nextInt(5));
    }

    private static Money money(BigDecimal amount) {
        return new Money(amount.toPlainString());
    }

    /// Two to seven that add up to 100.
    private static List<BigDecimal> shares(Random random) {
        int left = 1_000_000;
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            int share = random.nextInt(1, left - i);
            shares.add(BigDecimal.valueOf(share, 4));
            left -= share;
        }
        shares.add(BigDecimal.valueOf(left, 4));
        return shares;
    }

    private static List<BigDecimal> percentages(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }

    private static Money pence(long pence) {
        return new Money(BigDecimal.valueOf(pence, 2).toPlainString());
    }
}
