package org.ccgledger.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// An event that is to be appended.
///
/// @param type the event's permanent name
/// @param tags names under which other boundaries find it
/// @param fact its content as UTF-8 JSON, stored and hashed as it is
public record NewEvent(
        String type,
        int schemaVersion,
        LocalDate effectiveOn,
        Set<String> tags,
        byte[] fact,
        List<PersonalPart> personal) {}
