package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinancialYearTest {

    private static final long SEED = 31_03;
    private static final FinancialYear FIRST = new FinancialYear("2013/14");
    private static final Pattern FORM =
            Pattern.compile(FinancialYear.class.getAnnotation(TextPattern.class).value());

    @Test
    void a_year_begins_on_1_april_and_ends_on_31_march() {
        assertThat(FIRST.firstDay()).isEqualTo(LocalDate.of(2013, 4, 1));
        assertThat(FIRST.lastDay()).isEqualTo(LocalDate.of(2014, 3, 31));
        assertThat(FinancialYear.of(LocalDate.of(2013, 3, 31)))
                .isEqualTo(new FinancialYear("2012/13"));
        assertThat(FinancialYear.of(LocalDate.of(2013, 4, 1))).isEqualTo(FIRST);
        assertThat(FinancialYear.of(LocalDate.of(2014, 3, 31))).isEqualTo(FIRST);
        assertThat(FinancialYear.of(LocalDate.of(2000, 1, 1)))
                .isEqualTo(new FinancialYear("1999/00"));
    }

    @Test
    void it_contains_its_edges_and_not_the_days_and_months_beyond() {
        assertThat(FIRST.contains(LocalDate.of(2013, 4, 1))).isTrue();
        assertThat(FIRST.contains(LocalDate.of(2014, 3, 31))).isTrue();
        assertThat(FIRST.contains(LocalDate.of(2013, 3, 31))).isFalse();
        assertThat(FIRST.contains(LocalDate.of(2014, 4, 1))).isFalse();
        assertThat(FIRST.contains(YearMonth.of(2013, 4))).isTrue();
        assertThat(FIRST.contains(YearMonth.of(2014, 3))).isTrue();
        assertThat(FIRST.contains(YearMonth.of(2013, 3))).isFalse();
        assertThat(FIRST.contains(YearMonth.of(2014, 4))).isFalse();
    }

    @Test
    void every_day_lies_in_one_year_which_has_the_form_of_one() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            LocalDate day = LocalDate.of(1900, 4, 1).plusDays(random.nextInt(109_000));
            FinancialYear year = FinancialYear.of(day);
            assertThat(FORM.matcher(year.value()).matches()).as(year.value()).isTrue();
            assertThat(year.contains(day)).isTrue();
            assertThat(FinancialYear.of(year.firstDay().minusDays(1)).contains(day)).isFalse();
            assertThat(FinancialYear.of(year.lastDay().plusDays(1)).contains(day)).isFalse();
            assertThat(year.lastDay().plusDays(1).getDayOfMonth()).isEqualTo(1);
        }
    }

    @Test
    void years_meet_at_midnight_before_1_april_and_are_a_day_longer_with_a_29_february() {
        for (int first = 1900; first < 2199; first++) {
            FinancialYear before = FinancialYear.of(LocalDate.of(first, 3, 31));
            FinancialYear year = FinancialYear.of(LocalDate.of(first, 4, 1));
            String which = year.value();
            assertThat(year.firstDay()).as(which).isEqualTo(before.lastDay().plusDays(1));
            assertThat(year.contains(before.lastDay())).as(which).isFalse();
            assertThat(before.contains(year.firstDay())).as(which).isFalse();
            boolean isLonger = Year.isLeap(first + 1);
            assertThat(ChronoUnit.DAYS.between(year.firstDay(), year.lastDay()) + 1)
                    .as(which)
                    .isEqualTo(isLonger ? 366 : 365);
            if (isLonger) {
                LocalDate added = LocalDate.of(first + 1, 2, 29);
                assertThat(year.contains(added)).as(which).isTrue();
                assertThat(FinancialYear.of(added)).as(which).isEqualTo(year);
            }
        }
    }

    @Test
    void a_year_has_the_twelve_months_of_its_days() {
        Random random = new Random(SEED);
        for (int run = 0; run < 500; run++) {
            LocalDate day = LocalDate.of(1900, 4, 1).plusDays(random.nextInt(109_000));
            FinancialYear year = FinancialYear.of(day);
            YearMonth month = YearMonth.from(day);
            assertThat(year.contains(month)).as("seed %d, run %d: %s", SEED, run, day).isTrue();
            assertThat(
                            IntStream.rangeClosed(-12, 12)
                                    .mapToObj(month::plusMonths)
                                    .filter(year::contains)
                                    .filter(other ->
                                            year.contains(other.atDay(1))
                                                    && year.contains(other.atEndOfMonth())))
                    .as("seed %d, run %d: %s", SEED, run, day)
                    .hasSize(12);
        }
    }

    @Test
    void two_years_that_do_not_follow_one_another_are_no_financial_year() {
        for (String text : new String[] {"2013/15", "2013/13", "2019/10", "2009/00", "2013-14"}) {
            assertThat(FORM.matcher(text).matches()).as(text).isFalse();
        }
    }
}
