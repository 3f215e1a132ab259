package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.events.conditions.SupportLevel;

/// A review of the conditions and directions that are still open.
///
/// @param number 0 for the reassessment before 1 April 2013, then 1 to 5 as NHS England counted
/// @param evidenceDue the last day for evidence
/// @param committeeOn the day of the sub-committee's decisions
/// @param effectiveOn the day from which they hold: that of the letters
/// @param groups every group in scope that has an open condition, in code order
public record PlannedReview(
        int number,
        Known<LocalDate> evidenceDue,
        Known<LocalDate> committeeOn,
        Known<LocalDate> effectiveOn,
        List<ReviewedGroup> groups) {

    /// What a review decides for one group.
    ///
    /// A level at or above IV is only lowered below it where the direction is revoked, and only
    /// raised to it where one is issued, in the same review.
    ///
    /// @param outcomes one for each open condition, in the order of the conditions
    /// @param directionRevoked whether the direction in force is revoked
    /// @param directionIssued a new direction
    /// @param provenance how the group's result is known, not which of its conditions it concerns
    public record ReviewedGroup(
            String code,
            List<Outcome> outcomes,
            boolean directionRevoked,
            Optional<PlannedDirection> directionIssued,
            Provenance provenance) {

        /// Whether nothing but kept conditions comes out of the review.
        public boolean unchanged() {
            return outcomes.stream().allMatch(Outcome.Kept.class::isInstance)
                    && !directionRevoked
                    && directionIssued.isEmpty();
        }

        /// Whether the group leaves the review without conditions: fully authorised.
        public boolean fullyAuthorised() {
            return outcomes.stream().allMatch(Outcome.Discharged.class::isInstance);
        }
    }

    /// What becomes of one open condition.
    public sealed interface Outcome {
        /// The criterion that names the condition.
        String criterion();

        /// The criterion is met and the condition removed.
        record Discharged(String criterion) implements Outcome {}

        /// The condition stays with another kind of support.
        record LevelChanged(String criterion, SupportLevel from, SupportLevel to)
                implements Outcome {}

        /// The condition stays as it is.
        record Kept(String criterion) implements Outcome {}
    }
}
