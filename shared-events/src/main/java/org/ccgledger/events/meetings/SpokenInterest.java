package org.ccgledger.events.meetings;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.interests.InterestCategory;
import org.jspecify.annotations.Nullable;

/// An interest that is first declared by word of mouth, and is to be declared to the register
/// within 28 days.
///
/// @param organisation in which it lies, where it has a code
/// @param nature of the interest, in its holder's words
public record SpokenInterest(
        InterestCategory category, @Nullable BodyRef organisation, PersonalText nature) {}
