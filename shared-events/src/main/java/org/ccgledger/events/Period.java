package org.ccgledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A span of days, from the first to the last inclusive; without a last day it is open.
public record Period(LocalDate from, @Nullable LocalDate until) {

    public static Period from(LocalDate from) {
        return new Period(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
