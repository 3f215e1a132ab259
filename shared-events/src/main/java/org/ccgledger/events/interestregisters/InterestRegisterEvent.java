package org.ccgledger.events.interestregisters;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What becomes of a group's registers of interests as a whole: NHS Act 2006 s.14O(1) and (2).
public sealed interface InterestRegisterEvent extends CcgEvent {

    CcgCode ccg();

    /// Who watches over declarations and alone withholds them from publication.
    @EventName("ccg.interestregisters.GuardianAppointed")
    record GuardianAppointed(
            CcgCode ccg, PersonId person, @Nullable PersonalText name, LocalDate effectiveOn)
            implements InterestRegisterEvent {}

    /// All who have declared were asked again, and have answered or been chased.
    ///
    /// @param declarants how many have ever declared, nil included
    /// @param chased who was reminded and has not answered
    @EventName("ccg.interestregisters.RegisterConfirmed")
    record RegisterConfirmed(
            CcgCode ccg,
            Period period,
            int declarants,
            List<PersonId> chased,
            LocalDate effectiveOn)
            implements InterestRegisterEvent {}

    /// An edition of a register was published.
    ///
    /// @param asAt the day as at which its rows stand
    /// @param rows how many it has
    /// @param sha256 of its rows as lines of JSON in their order, each with a line feed; in
    ///   hexadecimal
    @EventName("ccg.interestregisters.RegisterPublished")
    record RegisterPublished(
            CcgCode ccg,
            RegisterKind kind,
            LocalDate asAt,
            int rows,
            String sha256,
            LocalDate effectiveOn)
            implements InterestRegisterEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case GuardianAppointed e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case RegisterConfirmed e -> Set.of(Tag.ccg(e.ccg()));
            case RegisterPublished e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
