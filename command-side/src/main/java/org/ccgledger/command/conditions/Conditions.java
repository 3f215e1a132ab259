package org.ccgledger.command.conditions;

import java.util.Optional;
import org.ccgledger.command.conditions.Register.Review;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Where a group stands with the conditions of its authorisation.
sealed interface Conditions {

    record NotAuthorised() implements Conditions {}

    /// Granted, with or without conditions.
    sealed interface Authorised extends Conditions {
        Register register();
    }

    record BetweenReviews(Register register) implements Authorised {}

    record UnderReview(Register register, Review review) implements Authorised {}

    default Conditions evolve(CCGAuthorised event) {
        return new BetweenReviews(Register.granted(event));
    }

    /// A group that comes of a merger begins without conditions.
    default Conditions evolve(CCGMerged merged) {
        return this instanceof NotAuthorised ? new BetweenReviews(Register.EMPTY) : this;
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Conditions evolve(ConditionEvent event) {
        if (!(this instanceof Authorised authorised)) {
            return this;
        }
        Register register = authorised.register().evolve(event);
        return switch (event) {
            case ConditionReviewOpened e -> new UnderReview(register, Review.of(e));
            case ConditionReviewDecided _ -> new BetweenReviews(register);
            case ConditionImposed _,
                    RectificationPlanAgreed _,
                    RectificationPlanRevised _,
                    ReviewEvidenceSubmitted _,
                    ConditionDischarged _,
                    ConditionSupportLevelChanged _,
                    ConditionVaried _,
                    ConditionMainstreamed _,
                    CCGFullyAuthorised _,
                    ConditionReviewOverdue _ ->
                    switch (authorised) {
                        case BetweenReviews _ -> new BetweenReviews(register);
                        case UnderReview(_, var review) -> new UnderReview(register, review);
                    };
        };
    }

    /// The open review of that number.
    default Optional<Review> openReview(int number) {
        return this instanceof UnderReview(_, var review) && review.number() == number
                ? Optional.of(review)
                : Optional.empty();
    }
}
