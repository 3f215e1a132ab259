package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;

/// Whether a group may exercise commissioning functions at all.
public final class Operation {

    /// Groups took over from primary care trusts on this day, Health and Social Care Act 2012 s.34.
    private static final LocalDate FIRST_DAY = LocalDate.of(2013, 4, 1);

    private Operation() {}

    /// Whether there is the group on that day, and the day is not before the first.
    public static boolean isOperational(CcgCode ccg, LocalDate on, Reads reads) {
        return !on.isBefore(FIRST_DAY) && Groups.isEstablished(ccg, on, reads);
    }
}
