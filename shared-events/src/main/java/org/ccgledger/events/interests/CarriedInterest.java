package org.ccgledger.events.interests;

import java.time.LocalDate;
import org.ccgledger.events.InterestId;
import org.jspecify.annotations.Nullable;

/// An interest that goes on to be declared to another group.
///
/// @param from first day of the interest
/// @param until last day of the interest; absent while it lasts
/// @param withheld from publication
public record CarriedInterest(
        InterestId interest, LocalDate from, @Nullable LocalDate until, boolean withheld) {}
