package org.ccgledger.events.meetings;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PersonId;
import org.jspecify.annotations.Nullable;

/// A vote as it counts.
///
/// @param body for which the person votes; in a joint committee only
public record Ballot(PersonId person, @Nullable BodyRef body, Vote vote) {}
