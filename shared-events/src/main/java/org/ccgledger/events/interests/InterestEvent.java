package org.ccgledger.events.interests;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What somebody declares to a group, and what becomes of it: NHS Act 2006 s.14O.
///
/// A declaration counts from the day on which it is made; the interest's own days stand in its
/// terms.
public sealed interface InterestEvent extends CcgEvent {

    PersonId person();

    CcgCode ccg();

    /// Somebody declares an interest of their own or of somebody close to them.
    ///
    /// @param practice for which a member declares
    /// @param decisionMaking whether the person takes or shapes decisions on taxpayers' money
    /// @param awareOn when the declarant became aware of it; declarations are due within 28 days
    /// @param consentToPublish whether the declarant agrees that it is published
    /// @param objection the declarant's reasons if not
    @EventName(value = "ccg.interests.InterestDeclared", fact = true)
    record InterestDeclared(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            @Nullable PracticeCode practice,
            boolean decisionMaking,
            InterestTerms terms,
            LocalDate awareOn,
            boolean consentToPublish,
            @Nullable PersonalText objection,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// NHS Act 2006 s.14O(3)(b): the declaration came after the day on which it was due.
    @EventName(value = "ccg.interests.InterestDeclaredLate", fact = true)
    record InterestDeclaredLate(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            LocalDate awareOn,
            LocalDate dueOn,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// That there is nothing to declare is a declaration.
    @EventName(value = "ccg.interests.NilInterestsDeclared", fact = true)
    record NilInterestsDeclared(
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            @Nullable PracticeCode practice,
            boolean decisionMaking,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// The terms take the place of those before.
    @EventName(value = "ccg.interests.InterestAmended", fact = true)
    record InterestAmended(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            InterestTerms terms,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// The interest has, or is to have, a last day.
    ///
    /// @param until last day of the interest
    @EventName(value = "ccg.interests.InterestEnded", fact = true)
    record InterestEnded(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            LocalDate until,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// Somebody other than the declarant has seen the declaration and agrees what is done about the
    /// risk.
    @EventName("ccg.interests.InterestConfirmed")
    record InterestConfirmed(
            InterestId interest,
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText mitigation,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// The public register says from now on that something is withheld, and not what.
    @EventName("ccg.interests.PublicationWithheld")
    record PublicationWithheld(
            InterestId interest, PersonId person, CcgCode ccg, LocalDate effectiveOn)
            implements InterestEvent {}

    /// The group to which a person had declared has ceased to exist; what was live then counts as
    /// declared to its successor, to which the person declares anew.
    ///
    /// @param redeclareBy last day to do so, 28 days on
    @EventName(value = "ccg.interests.InterestsCarriedForward", fact = true)
    record InterestsCarriedForward(
            PersonId person,
            CcgCode ccg,
            CcgCode from,
            List<CarriedInterest> interests,
            LocalDate redeclareBy,
            LocalDate effectiveOn)
            implements InterestEvent {}

    /// Under the person all declarations are found whatever the body, under the interest its own.
    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case InterestDeclared e -> tags(e.interest());
            case InterestDeclaredLate e -> tags(e.interest());
            case NilInterestsDeclared _ -> Set.of(Tag.ccg(ccg()), Tag.person(person()));
            case InterestAmended e -> tags(e.interest());
            case InterestEnded e -> tags(e.interest());
            case InterestConfirmed e -> tags(e.interest());
            case PublicationWithheld e -> tags(e.interest());
            case InterestsCarriedForward e ->
                    Stream.concat(
                                    Stream.of(
                                            Tag.ccg(ccg()),
                                            Tag.ccg(e.from()),
                                            Tag.person(person())),
                                    e.interests().stream()
                                            .map(CarriedInterest::interest)
                                            .map(Tag::interest))
                            .collect(Collectors.toUnmodifiableSet());
        };
    }

    private Set<Tag> tags(InterestId interest) {
        return Set.of(Tag.ccg(ccg()), Tag.person(person()), Tag.interest(interest));
    }
}
