package org.ccgledger.events.concerns;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.EventName;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// A concern that somebody has raised, and what became of it.
///
/// Its personal parts stand under a pseudonym made for this concern alone, so that nothing else in
/// the ledger leads to who raised it.
public sealed interface ConcernEvent extends CcgEvent {

    ConcernId concern();

    BodyRef body();

    /// Somebody discloses something in the public interest.
    ///
    /// @param body whose conduct it is about
    /// @param anonymous whether nobody knows who raised it
    /// @param discloser who raised it; nobody if it is anonymous
    /// @param text what is disclosed
    @EventName(value = "ccg.concerns.ConcernRaised", fact = true)
    record ConcernRaised(
            ConcernId concern,
            BodyRef body,
            ConcernCategory category,
            boolean anonymous,
            @Nullable PersonalText discloser,
            PersonalText text,
            LocalDate effectiveOn)
            implements ConcernEvent {}

    @EventName("ccg.concerns.ConcernClosed")
    record ConcernClosed(
            ConcernId concern,
            BodyRef body,
            ConcernOutcome outcome,
            PersonalText findings,
            LocalDate effectiveOn)
            implements ConcernEvent {}

    /// Not under a person.
    @Override
    default Set<Tag> tags() {
        return Stream.concat(Stream.of(Tag.body(body())), body().asCcg().map(Tag::ccg).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
