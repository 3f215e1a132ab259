package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.regex.Pattern;
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
    void two_years_that_do_not_follow_one_another_are_no_financial_year() {
        for (String text : new String[] {"2013/15", "2013/13", "2019/10", "2009/00", "2013-14"}) {
            assertThat(FORM.matcher(text).matches()).as(text).isFalse();
        }
    }
}
