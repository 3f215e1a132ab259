package org.ccgledger.events;

import java.time.LocalDate;
import java.util.Set;

/// Something that was decided or happened, as the ledger keeps it.
///
/// Each record is a permanent entry: add entries, never edit one that has shipped. A record holds
/// facts; what is personal about a natural person is a [PersonalText], which is stored apart. Who
/// acted, under which authority and for which reasons is [EventMetadata], the same for every event
/// of a command.
public interface CcgEvent {

    /// The day from which the law or the world counts it, in the calendar of Europe/London.
    LocalDate effectiveOn();

    /// The names under which other boundaries find it, derived from its fields alone.
    Set<Tag> tags();
}
