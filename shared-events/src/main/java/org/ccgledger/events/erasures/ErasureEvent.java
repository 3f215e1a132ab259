package org.ccgledger.events.erasures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.LegalHoldId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Tag;

/// What can happen to all that the ledger holds about a person beside the facts.
public sealed interface ErasureEvent extends CcgEvent {

    /// Whose data it is.
    PersonId person();

    @EventName("ccg.erasures.LegalHoldPlaced")
    record LegalHoldPlaced(PersonId person, LegalHoldId hold, LocalDate effectiveOn)
            implements ErasureEvent {}

    @EventName("ccg.erasures.LegalHoldLifted")
    record LegalHoldLifted(PersonId person, LegalHoldId hold, LocalDate effectiveOn)
            implements ErasureEvent {}

    /// From here on the personal parts that were recorded of the person before this event are no
    /// more: their rows are deleted and the key is destroyed. That a part is missing is accounted
    /// for by this event alone.
    @EventName("ccg.erasures.PersonalDataErased")
    record PersonalDataErased(
            PersonId person,
            ErasureGround ground,
            Requester requestedBy,
            List<PersonId> approvers,
            LocalDate effectiveOn)
            implements ErasureEvent {}

    @EventName("ccg.erasures.ErasureDeclined")
    record ErasureDeclined(
            PersonId person, RetentionGround ground, Requester requestedBy, LocalDate effectiveOn)
            implements ErasureEvent {}

    @Override
    default Set<Tag> tags() {
        return Set.of(Tag.person(person()));
    }
}
