package org.ccgledger.standalone.england;

import java.time.LocalDate;

/// The 212th proposed group, which was combined with another before it applied.
///
/// 212 were planned and 211 applied and were authorised; which two became one was not found. The
/// figures only come out if it had been in wave 3 and left it between the deferrals of September
/// 2012 and the wave's deadline.
///
/// @param code a placeholder that is no ODS code
/// @param name a placeholder in the short form of the reference table
/// @param into the group with which it was combined
public record CombinedProposal(
        String code,
        String name,
        int plannedWave,
        String into,
        LocalDate on,
        Provenance provenance) {}
