package org.ccgledger.events.committees;

import org.ccgledger.events.SeatCode;

/// A seat on a committee.
///
/// @param places how many persons may hold it at a time
/// @param voting whether those who hold it may vote
public record CommitteeSeat(SeatCode seat, SeatCapacity capacity, int places, boolean voting) {}
