package org.ccgledger.events.meetings;

import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.jspecify.annotations.Nullable;

/// An interest in an item as it stood at a vote, with what was ruled on it.
///
/// @param interest that was declared
/// @param practice of the person's own, in which an interest is taken for granted
public record RuledInterest(
        PersonId person,
        @Nullable InterestId interest,
        @Nullable PracticeCode practice,
        Ruling ruling) {}
