package org.ccgledger.query.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What is asked, for which day and as known when.
///
/// @param parameters those of the question itself, by name
/// @param asOf the day in force
/// @param knownAt the position up to which events are known; no projection that is asked is behind
///   it
/// @param closed whether the answer stays the same, whatever is recorded from now on
/// @param position up to which the answer could know
/// @param recordedAt when the event at that position was recorded
/// @param basis names what the answer is made from: the history and the versions of the projectors
public record Question(
        String path,
        Map<String, String> parameters,
        LocalDate asOf,
        long knownAt,
        boolean closed,
        long position,
        Instant recordedAt,
        String basis,
        Form form) {

    /// The same question, where its answer is made from more than read models.
    ///
    /// @param more names what else it is made from, as it is now
    /// @param settled whether that stays as it is
    public Question madeFrom(String more, boolean settled) {
        return new Question(
                path,
                parameters,
                asOf,
                knownAt,
                closed && settled,
                position,
                recordedAt,
                basis + "." + more,
                form);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
