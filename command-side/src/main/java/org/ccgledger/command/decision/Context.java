package org.ccgledger.command.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.jspecify.annotations.Nullable;

/// All that a decision may know beside the command and the state of its boundary.
///
/// @param effectiveOn the day from which the decision is to count; rules count from it
/// @param now when it is decided
/// @param reads other boundaries, as they are; what is read is recorded and guarded
public record Context(
        Actor actor,
        LocalDate effectiveOn,
        @Nullable Authority authority,
        @Nullable String reasons,
        List<DocRef> evidence,
        Instant now,
        Reads reads) {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    public boolean actsAs(Role role) {
        return actor.role() == role;
    }

    /// Whether the person acts, or somebody on the person's behalf.
    public boolean isActor(PersonId person) {
        return actor.id().equals(person.value()) || person.value().equals(actor.onBehalfOf());
    }

    public boolean hasReasons() {
        return reasons != null && !reasons.isBlank();
    }

    /// The day on which it is decided, in the calendar of England.
    public LocalDate today() {
        return LocalDate.ofInstant(now, ENGLAND);
    }
}
