package org.ccgledger.command.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.events.conduct.GiftKind;

/// Up to which value an offer is accepted without approval, by the statutory guidance of its time.
final class GiftLimits {

    /// A limit that holds from a day on, until there is a later one for the same kind.
    private record Limit(LocalDate from, GiftKind kind, BigDecimal most) {}

    private static final LocalDate FIRST_GUIDANCE = LocalDate.of(2013, 3, 1);
    private static final LocalDate REVISED_GUIDANCE = LocalDate.of(2017, 6, 16);

    /// In the order of their days. The older guidance has no limit for hospitality.
    private static final List<Limit> LIMITS =
            List.of(
                    new Limit(FIRST_GUIDANCE, GiftKind.GIFT, new BigDecimal("10")),
                    new Limit(FIRST_GUIDANCE, GiftKind.SUPPLIER_GIFT, new BigDecimal("10")),
                    new Limit(REVISED_GUIDANCE, GiftKind.GIFT, new BigDecimal("50")),
                    new Limit(REVISED_GUIDANCE, GiftKind.SUPPLIER_GIFT, new BigDecimal("6")),
                    new Limit(REVISED_GUIDANCE, GiftKind.HOSPITALITY, new BigDecimal("75")));

    private GiftLimits() {}

    static Optional<BigDecimal> on(LocalDate day, GiftKind kind) {
        return LIMITS.stream()
                .filter(limit -> limit.kind() == kind && !limit.from().isAfter(day))
                .reduce((_, later) -> later)
                .map(Limit::most);
    }
}
