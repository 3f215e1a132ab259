package org.ccgledger.events.interests;

import java.time.LocalDate;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PersonalText;
import org.jspecify.annotations.Nullable;

/// An interest as its holder states it. All text is about its holder.
///
/// @param indirect whether it is held by somebody close to the declarant
/// @param relationship to the person who holds an indirect interest
/// @param organisation in which it lies, where it has a code; by it a decision finds whom it
///   affects
/// @param organisationName and the nature of its business, in the holder's words
/// @param nature of the interest
/// @param from first day of the interest
/// @param until last day of the interest; absent while it lasts
/// @param mitigation what is done about the risk
public record InterestTerms(
        InterestCategory category,
        boolean indirect,
        @Nullable PersonalText relationship,
        @Nullable BodyRef organisation,
        @Nullable PersonalText organisationName,
        PersonalText nature,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonalText mitigation) {}
