package org.ccgledger.query.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.query.http.QueryProblem;

/// What a follower asks for.
///
/// @param from the position with which it begins; absent for what is recorded from now on
/// @param types by their names; empty for all
/// @param stream whose events alone are wanted
record Wanted(Optional<Long> from, Set<String> types, Optional<String> stream) {

    static final String FROM = "from";
    static final String TYPE = "type";
    static final String STREAM = "stream";
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,17}");
    private static final Set<String> TYPES =
            EventTypes.all().stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());

    /// Reads the parameters of a request.
    ///
    /// @throws QueryProblem if one has a value that it cannot have
    static Wanted of(Map<String, String[]> given) {
        return new Wanted(
                one(given, FROM).map(Wanted::position),
                Arrays.stream(given.getOrDefault(TYPE, new String[0]))
                        .flatMap(names -> Arrays.stream(names.split(",", -1)))
                        .map(Wanted::type)
                        .collect(Collectors.toUnmodifiableSet()),
                one(given, STREAM));
    }

    private static Optional<String> one(Map<String, String[]> given, String name) {
        List<String> values = List.of(given.getOrDefault(name, new String[0]));
        if (values.size() > 1 || values.stream().anyMatch(String::isBlank)) {
            throw QueryProblem.invalidField(name, "It takes one value");
        }
        return values.stream().findFirst();
    }

    private static long position(String text) {
        if (!POSITION.matcher(text).matches()) {
            throw QueryProblem.invalidField(FROM, "It is a position, from 1");
        }
        return Long.parseLong(text);
    }

    private static String type(String name) {
        if (!TYPES.contains(name) && !Lineage.isOwn(name)) {
            throw QueryProblem.invalidField(
                    TYPE, "There is no such type of event; see /v1/event-types");
        }
        return name;
    }

    /// The position after which it begins, on a ledger that has come to its head.
    ///
    /// @throws QueryProblem if it would begin with what cannot be recorded next
    long after(long head) {
        if (from.orElse(head) > head + 1) {
            throw QueryProblem.invalidField(FROM, "The ledger holds no such position yet");
        }
        return from.map(position -> position - 1).orElse(head);
    }

    boolean includes(StoredEvent event) {
        return (types.isEmpty() || types.contains(event.type()))
                && stream.map(event.stream()::equals).orElse(true);
    }
}
