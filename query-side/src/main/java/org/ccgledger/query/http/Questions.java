package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final Set<String> COMMON = Set.of("asOf", "knownAt");

    private final Ledger ledger;
    private final Progress progress;
    private final Freshness freshness;
    private final Clock clock = Clock.system(LONDON);

    Questions(Ledger ledger, Progress progress, Freshness freshness) {
        this.ledger = ledger;
        this.progress = progress;
        this.freshness = freshness;
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
        freshness.await(request, projections);
        List<Reached> reached = progress.of(projections);
        if (reached.size() < projections.size()) {
            throw QueryProblem.behind(1);
        }
        Reached slowest = reached.getFirst();
        String asOf = given.remove("asOf");
        String knownAt = given.remove("knownAt");
        long known = knownAt(knownAt, slowest);
        boolean settled = knownAt != null && (isPosition(knownAt) || known < slowest.position());
        return new Question(
                request.getRequestURI(),
                given,
                asOf == null ? LocalDate.now(clock) : day("asOf", asOf),
                known,
                asOf != null && settled,
                slowest.position(),
                slowest.recordedAt(),
                basis(reached),
                Form.preferred(request.getHeader("Accept"), forms));
    }

    private static Map<String, String> parameters(
            HttpServletRequest request, Collection<String> known) {
        Set<String> allowed = new HashSet<>(known);
        allowed.addAll(COMMON);
        Map<String, String> given = new TreeMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!allowed.contains(name)) {
                        throw QueryProblem.invalidField(name, "There is no parameter of this name");
                    }
                    if (values.length != 1 || values[0].isBlank()) {
                        throw QueryProblem.invalidField(name, "It takes one value");
                    }
                    given.put(name, values[0]);
                });
        return given;
    }

    private long knownAt(@Nullable String text, Reached slowest) {
        if (text == null) {
            return slowest.position();
        }
        long position = isPosition(text) ? position(text) : positionAt(text);
        if (position > slowest.position()) {
            throw QueryProblem.behind(position);
        }
        return position;
    }

    private static boolean isPosition(String text) {
        return text.matches("\\d{1,18}");
    }

    private long position(String text) {
        long position = Long.parseLong(text);
        if (position > ledger.head()) {
            throw QueryProblem.invalidField("knownAt", "The ledger holds no such position yet");
        }
        return position;
    }

    /// An instant means the last position recorded up to it.
    private long positionAt(String text) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            if (Days.include(instant.toLocalDate())) {
                return ledger.positionBefore(
                        instant.toInstant()
                                .truncatedTo(ChronoUnit.MICROS)
                                .plus(1, ChronoUnit.MICROS));
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw QueryProblem.invalidField(
                "knownAt", "It is a position or an instant as RFC 3339 writes it");
    }

    static LocalDate day(String parameter, String text) {
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
