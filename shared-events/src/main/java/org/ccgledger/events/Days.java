package org.ccgledger.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The days that anything here is dated with, or asked about.
public final class Days {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /// The day that an ISO date names, if it is one of them.
    public static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Days::include);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether it is one of them.
    public static boolean include(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
