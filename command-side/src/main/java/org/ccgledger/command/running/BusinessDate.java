package org.ccgledger.command.running;

import java.time.LocalDate;

/// The day up to which what falls due is sent: today, or the day that a played history has reached.
@FunctionalInterface
public interface BusinessDate {
    LocalDate get();
}
