package org.ccgledger.events;

import org.jspecify.annotations.Nullable;

/// Where a recorded statement comes from, and how well it stands.
///
/// @param citation what a reader would look up; for [Standing#ASSUMED] the rule by which it was
///   allotted
public record Source(Standing standing, String citation, @Nullable String url) {

    /// How a statement is supported.
    public enum Standing {
        /// The source says so.
        STATED,
        /// It follows from what sources say.
        DERIVED,
        /// No source says so; it was allotted by the rule that the citation states.
        ASSUMED,
        /// A placeholder that stands for something real whose content is not known.
        SYNTHETIC
    }
}
