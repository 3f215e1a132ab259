package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/// A year of public accounts, from 1 April to 31 March, as `2013/14`.
@TextPattern(
        value =
                "\\d\\d(?:(\\d)(?:0/\\1[1]|1/\\1[2]|2/\\1[3]|3/\\1[4]|4/\\1[5]|5/\\1[6]|6/\\1[7]|7/\\1[8]|8/\\1[9])"
                        + "|09/10|19/20|29/30|39/40|49/50|59/60|69/70|79/80|89/90|99/00)",
        example = "2013/14")
public record FinancialYear(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FinancialYear {}

    /// The year in which a day lies.
    public static FinancialYear of(LocalDate day) {
        int first = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
        return new FinancialYear("%04d/%02d".formatted(first, (first + 1) % 100));
    }

    public LocalDate firstDay() {
        return LocalDate.of(Integer.parseInt(value.substring(0, 4)), Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusYears(1).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    public boolean contains(YearMonth month) {
        return contains(month.atDay(1));
    }

    /// As it stands in names of streams, `2013-14`.
    String inNames() {
        return value.replace('/', '-');
    }

    @Override
    public String toString() {
        return value;
    }
}
