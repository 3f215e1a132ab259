package org.ccgledger.events;

import java.time.LocalDate;

/// The days that anything here is dated with, or asked about.
public final class Days {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /// Whether it is one of them.
    public static boolean include(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
