package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ccgledger.events.Days;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Progress.Reached;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads requests as questions, once the projections that they are put to can answer.
@Component
final class Questions {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String AS_OF = "asOf";
    private static final String KNOWN_AT = "knownAt";

    private final Ledger ledger;
    private final Progress progress;
    private final Freshness freshness;
    private final Withholdings withholdings;
    private final Clock clock = Clock.system(LONDON);

    Questions(Ledger ledger, Progress progress, Freshness freshness, Withholdings withholdings) {
        this.ledger = ledger;
        this.progress = progress;
        this.freshness = freshness;
        this.withholdings = withholdings;
    }

    /// @param projections that are asked
    /// @param parameters that the question has beside `asOf` and `knownAt`
    /// @param forms in which it can be answered
    Question read(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Set<Form> forms) {
        Map<String, String> given = parameters(request, parameters);
        List<Reached> reached = reached(request, projections);
        Day day = day(AS_OF, given.remove(AS_OF));
        Knowledge known = knowledge(KNOWN_AT, given.remove(KNOWN_AT), reached.getFirst());
        return heeding(
                withholdings.last(projections),
                question(
                        request,
                        given,
                        day,
                        known,
                        day.isGiven() && known.isSettled(),
                        reached,
                        forms));
    }

    /// Reads what is asked about the difference between two points; what is left out of the first
    /// is that of the second.
    ///
    /// @param parameters that the question has beside the two points
    /// @throws QueryProblem if nothing is said of the first
    Span span(
            HttpServletRequest request,
            Collection<String> projections,
            Collection<String> parameters,
            Set<Form> forms) {
        Set<String> all = new HashSet<>(parameters);
        all.addAll(List.of(Span.FROM_AS_OF, Span.FROM_KNOWN_AT));
        Map<String, String> given = parameters(request, all);
        String fromAsOf = given.remove(Span.FROM_AS_OF);
        String fromKnownAt = given.remove(Span.FROM_KNOWN_AT);
        if (fromAsOf == null && fromKnownAt == null) {
            throw QueryProblem.invalidField(
                    Span.FROM_AS_OF, "It is needed, or fromKnownAt: what is compared with");
        }
        List<Reached> reached = reached(request, projections);
        Reached slowest = reached.getFirst();
        Day day = day(AS_OF, given.remove(AS_OF));
        Knowledge known = knowledge(KNOWN_AT, given.remove(KNOWN_AT), slowest);
        Day fromDay = fromAsOf == null ? day : day(Span.FROM_AS_OF, fromAsOf);
        Knowledge fromKnown =
                fromKnownAt == null ? known : knowledge(Span.FROM_KNOWN_AT, fromKnownAt, slowest);
        boolean closed =
                day.isGiven() && known.isSettled() && fromDay.isGiven() && fromKnown.isSettled();
        OptionalLong withheld = withholdings.last(projections);
        return new Span(
                heeding(
                        withheld,
                        question(request, given, fromDay, fromKnown, closed, reached, forms)),
                heeding(withheld, question(request, given, day, known, closed, reached, forms)));
    }

    /// @param withheld where the last withholding stands; nothing if the answer is not about
    ///   interests
    private static Question heeding(OptionalLong withheld, Question question) {
        return withheld.isPresent()
                ? question.madeFrom("withheld" + withheld.getAsLong(), false)
                : question;
    }

    /// @param isGiven whether it stays the same, whenever it is asked for
    private record Day(LocalDate date, boolean isGiven) {}

    /// @param isSettled whether it stays the same, whatever is recorded from now on
    private record Knowledge(long position, boolean isSettled) {}

    private List<Reached> reached(HttpServletRequest request, Collection<String> projections) {
        freshness.await(request, projections);
        List<Reached> reached = progress.of(projections);
        if (reached.size() < projections.size()) {
            throw QueryProblem.behind(1);
        }
        return reached;
    }

    private Question question(
            HttpServletRequest request,
            Map<String, String> given,
            Day day,
            Knowledge known,
            boolean closed,
            List<Reached> reached,
            Set<Form> forms) {
        Reached slowest = reached.getFirst();
        return new Question(
                request.getRequestURI(),
                given,
                day.date(),
                known.position(),
                closed,
                slowest.position(),
                slowest.recordedAt(),
                basis(reached),
                Form.preferred(request, forms));
    }

    private static Map<String, String> parameters(
            HttpServletRequest request, Collection<String> known) {
        Set<String> allowed = new HashSet<>(known);
        allowed.addAll(List.of(AS_OF, KNOWN_AT));
        Map<String, String> given = new TreeMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!allowed.contains(name)) {
                        throw Parameters.unknown(name);
                    }
                    if (values.length != 1 || values[0].isBlank()) {
                        throw QueryProblem.invalidField(name, "It takes one value");
                    }
                    if (values[0].indexOf('\0') >= 0) {
                        throw QueryProblem.invalidField(name, "It has no character U+0000");
                    }
                    given.put(name, values[0]);
                });
        return given;
    }

    private Day day(String parameter, @Nullable String text) {
        return text == null
                ? new Day(LocalDate.now(clock), false)
                : new Day(date(parameter, text), true);
    }

    private Knowledge knowledge(String parameter, @Nullable String text, Reached slowest) {
        if (text == null) {
            return new Knowledge(slowest.position(), false);
        }
        boolean isPosition = isPosition(text);
        long position = isPosition ? position(parameter, text) : positionAt(parameter, text);
        if (position > slowest.position()) {
            throw QueryProblem.behind(position);
        }
        return new Knowledge(position, isPosition || position < slowest.position());
    }

    private static boolean isPosition(String text) {
        return text.matches("\\d{1,18}");
    }

    private long position(String parameter, String text) {
        long position = Long.parseLong(text);
        if (position > ledger.head()) {
            throw QueryProblem.invalidField(parameter, "The ledger holds no such position yet");
        }
        return position;
    }

    /// An instant means the last position recorded up to it.
    private long positionAt(String parameter, String text) {
        return ledger.positionBefore(
                instant(text)
                        .orElseThrow(() ->
                                QueryProblem.invalidField(
                                        parameter,
                                        "It is a position or an instant as RFC 3339 writes it"))
                        .truncatedTo(ChronoUnit.MICROS)
                        .plus(1, ChronoUnit.MICROS));
    }

    /// What RFC 3339 text means, of the days that there are.
    static Optional<Instant> instant(String text) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            return Days.include(instant.toLocalDate())
                    ? Optional.of(instant.toInstant())
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static LocalDate date(String parameter, String text) {
        return Days.parsed(text)
                .orElseThrow(() ->
                        QueryProblem.invalidField(
                                parameter,
                                "It is an ISO date such as 2013-04-01, of the years 1900 to 2199"));
    }

    private String basis(List<Reached> reached) {
        return ledger.id()
                + "."
                + ledger.epoch()
                + reached.stream()
                        .map(r -> "." + r.projection() + r.version())
                        .sorted()
                        .collect(Collectors.joining());
    }
}
