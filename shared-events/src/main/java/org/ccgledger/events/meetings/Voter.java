package org.ccgledger.events.meetings;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PersonId;
import org.jspecify.annotations.Nullable;

/// Somebody who may vote on an item.
///
/// @param body for which the person votes; in a joint committee only
public record Voter(PersonId person, @Nullable BodyRef body) {}
