package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// An exact amount in pounds sterling, negative for a credit. Two amounts are equal however they
/// were written.
///
/// @param value a decimal with at least two places
@TextPattern(value = "-?\\d{1,13}(\\.\\d{1,2})?", example = "2318175.00")
public record Money(@JsonValue String value) implements Comparable<Money> {

    public static final Money NOTHING = new Money("0");

    private static final int PENCE = 2;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {
        BigDecimal amount = new BigDecimal(value).stripTrailingZeros();
        value = amount.setScale(Math.max(PENCE, amount.scale())).toPlainString();
    }

    private static Money of(BigDecimal amount) {
        return new Money(amount.toPlainString());
    }

    public BigDecimal amount() {
        return new BigDecimal(value);
    }

    public Money plus(Money other) {
        return of(amount().add(other.amount()));
    }

    public Money minus(Money other) {
        return of(amount().subtract(other.amount()));
    }

    public Money times(int factor) {
        return of(amount().multiply(BigDecimal.valueOf(factor)));
    }

    /// To whole pounds, half a pound up.
    public Money inWholePounds() {
        return of(amount().setScale(0, RoundingMode.HALF_UP));
    }

    /// The parts that percentages make, to the penny. They differ from the exact parts by less than
    /// a penny and, where the percentages add up to 100, add up to the whole.
    public List<Money> split(List<BigDecimal> percentages) {
        List<Money> parts = new ArrayList<>();
        BigDecimal percent = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal percentage : percentages) {
            percent = percent.add(percentage);
            BigDecimal upToHere =
                    amount().multiply(percent)
                            .movePointLeft(2)
                            .setScale(PENCE, RoundingMode.HALF_UP);
            parts.add(of(upToHere.subtract(given)));
            given = upToHere;
        }
        return List.copyOf(parts);
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public boolean isZero() {
        return amount().signum() == 0;
    }

    public boolean isNegative() {
        return amount().signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount().compareTo(other.amount());
    }

    @Override
    public String toString() {
        return value;
    }
}
