package org.ccgledger.events.expressions;

import java.time.LocalDate;

/// The last days of a round, each still within it.
///
/// @param expressions for expressions of interest
/// @param delegated for applications to take on delegated functions
/// @param joint for applications to commission jointly
public record RoundDeadlines(LocalDate expressions, LocalDate delegated, LocalDate joint) {}
