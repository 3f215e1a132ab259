package org.ccgledger.events.predecessors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import org.ccgledger.events.TextPattern;

/// An exact percentage of something. Two shares are equal however they were written.
///
/// @param value a decimal without superfluous zeros
@TextPattern(value = "\\d{1,3}(\\.\\d{1,4})?", example = "33.3333")
public record Share(@JsonValue String value) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Share {
        value = new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    public BigDecimal percent() {
        return new BigDecimal(value);
    }

    public static BigDecimal sum(Collection<Share> shares) {
        return shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether each is more than nothing, and all together are the whole.
    public static boolean areWhole(Collection<Share> shares) {
        return shares.stream().allMatch(share -> share.percent().signum() > 0)
                && sum(shares).compareTo(WHOLE) == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
