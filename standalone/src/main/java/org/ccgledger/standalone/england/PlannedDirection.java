package org.ccgledger.standalone.england;

import java.util.List;
import java.util.Optional;

/// A direction under SI 2012/1631 regulation 8.
///
/// @param functions at least one token, such as `planning`
/// @param assignedTo the group that exercises the functions instead, from 1 April 2013; if empty
///   and the functions are taken, the Board does
public record PlannedDirection(
        Kind kind, List<String> functions, Optional<String> assignedTo, Provenance provenance) {

    /// The two kinds of regulation 8(5).
    public enum Kind {
        /// Regulation 8(5)(a): the group does not exercise the functions.
        NOT_TO_EXERCISE,
        /// Regulation 8(5)(b): the group exercises them as it is told.
        MANNER_OF_EXERCISE
    }
}
