package org.ccgledger.query.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Tag;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads one stream, or one event, up to what was known.
@Component
final class EntityTimeline {

    private static final int DEFAULT_LIMIT = 50;
    private static final int GREATEST_LIMIT = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String CURSOR = "after version ";

    private final Ledger ledger;
    private final AuditedEvents events;

    EntityTimeline(Ledger ledger, AuditedEvents events) {
        this.ledger = ledger;
        this.events = events;
    }

    /// Events in order, up to a version where one is asked for.
    ///
    /// @throws QueryProblem if no such stream was known
    Answer page(String stream, Question question) {
        long until = number(question, "version").orElse(Long.MAX_VALUE);
        int limit = limit(question);
        long after = question.parameter("cursor").map(EntityTimeline::afterVersion).orElse(0L);
        List<StoredEvent> known = known(stream, question);
        long version = known.getLast().version();
        List<AuditedEvent> rest =
                known.stream()
                        .filter(event -> event.version() > after && event.version() <= until)
                        .limit(limit + 1L)
                        .map(events::of)
                        .toList();
        List<AuditedEvent> page = rest.size() > limit ? rest.subList(0, limit) : rest;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stream", stream);
        fields.put("version", Math.min(version, until));
        fields.put("items", page);
        fields.put("corrections", corrections(stream, question.knownAt()));
        return new Answer(
                fields,
                List.copyOf(events.of(known.getFirst()).row().columns().keySet()),
                page.stream().map(AuditedEvent::row).toList(),
                rest.size() > limit
                        ? Optional.of(next(question, limit, page.getLast().version()))
                        : Optional.empty());
    }

    /// The events after one version up to another, and which fields say something else by them.
    ///
    /// @throws QueryProblem if no such stream was known, or it has no such versions
    Answer difference(String stream, Question question) {
        List<StoredEvent> known = known(stream, question);
        long last = known.getLast().version();
        long from =
                version(question, "from", 0, last)
                        .orElseThrow(() ->
                                QueryProblem.invalidField(
                                        "from", "It is needed. " + versions(0, last)));
        long to = version(question, "to", 1, last).orElse(last);
        if (from > to) {
            throw QueryProblem.invalidField(
                    "from", "It is %d, which comes after the version %d of to".formatted(from, to));
        }
        if (to - from > GREATEST_LIMIT) {
            throw QueryProblem.tooMuch(
                    "%d events lie between the versions; %d are told of at once"
                            .formatted(to - from, GREATEST_LIMIT));
        }
        List<StoredEvent> before = known.subList(0, Math.toIntExact(from));
        List<StoredEvent> between = known.subList(Math.toIntExact(from), Math.toIntExact(to));
        List<FieldChange> changes = FieldChange.between(before, between);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stream", stream);
        fields.put("from", from == 0 ? Point.BEFORE_THE_FIRST : Point.of(before.getLast()));
        fields.put("to", Point.of(known.get(Math.toIntExact(to - 1))));
        fields.put("events", between.stream().map(events::of).toList());
        fields.put("changes", changes);
        return new Answer(
                fields,
                FieldChange.COLUMNS,
                changes.stream().map(FieldChange::row).toList(),
                Optional.empty());
    }

    /// A version of a stream, as it was understood. Versions are counted from 1, without gaps.
    private record Point(long version, @Nullable Long position, @Nullable Instant recordedAt) {

        static final Point BEFORE_THE_FIRST = new Point(0, null, null);

        static Point of(StoredEvent event) {
            return new Point(event.version(), event.position(), event.recordedAt());
        }
    }

    private static Optional<Long> version(
            Question question, String parameter, long first, long last) {
        Optional<Long> version = number(question, parameter);
        if (version.filter(one -> one < first || one > last).isPresent()) {
            throw QueryProblem.invalidField(parameter, versions(first, last));
        }
        return version;
    }

    private static String versions(long first, long last) {
        return "The stream has the versions 1 to "
                + last
                + (first == 0 ? "; 0 is what was before them" : "");
    }

    /// @throws QueryProblem if no event of the stream was known
    private List<StoredEvent> known(String stream, Question question) {
        List<StoredEvent> known =
                ledger.readStream(stream).events().stream()
                        .filter(event -> event.position() <= question.knownAt())
                        .toList();
        if (known.isEmpty()) {
            throw QueryProblem.notFound("No event of " + stream + " is known");
        }
        return known;
    }

    /// What is known better of entries of the stream; each names the version that it corrects.
    private List<AuditedEvent> corrections(String stream, long knownAt) {
        return ledger
                .readTag(Tag.corrects(stream).value(), EventTypes.namesOf(RecordCorrected.class))
                .events()
                .stream()
                .filter(event -> event.position() <= knownAt)
                .map(events::of)
                .toList();
    }

    /// One event by its position or id.
    ///
    /// @throws QueryProblem if no such event was known
    Answer event(String positionOrId, long knownAt) {
        AuditedEvent event =
                find(positionOrId)
                        .filter(stored -> stored.position() <= knownAt)
                        .map(events::of)
                        .orElseThrow(() ->
                                QueryProblem.notFound("No event " + positionOrId + " is known"));
        return Answer.of(Map.of("event", event), List.of(event.row()));
    }

    private Optional<StoredEvent> find(String positionOrId) {
        if (NUMBER.matcher(positionOrId).matches()) {
            long position = Long.parseLong(positionOrId);
            return ledger.readAfter(position - 1, 1).stream()
                    .filter(event -> event.position() == position)
                    .findFirst();
        }
        try {
            return ledger.event(UUID.fromString(positionOrId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int limit(Question question) {
        long limit = number(question, "limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw QueryProblem.invalidField("limit", "It lies between 1 and " + GREATEST_LIMIT);
        }
        return Math.toIntExact(limit);
    }

    private static Optional<Long> number(Question question, String parameter) {
        return question.parameter(parameter)
                .map(text -> {
                    if (!NUMBER.matcher(text).matches()) {
                        throw QueryProblem.invalidField(parameter, "It is a number");
                    }
                    return Long.parseLong(text);
                });
    }

    /// The next page is asked for the same knowledge, whatever is recorded meanwhile.
    private static String next(Question question, int limit, long version) {
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((CURSOR + version).getBytes(StandardCharsets.UTF_8));
        return question.path()
                + "?knownAt="
                + question.knownAt()
                + "&limit="
                + limit
                + question.parameter("version").map(until -> "&version=" + until).orElse("")
                + "&cursor="
                + cursor;
    }

    private static long afterVersion(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(CURSOR)
                    && NUMBER.matcher(text.substring(CURSOR.length())).matches()) {
                return Long.parseLong(text.substring(CURSOR.length()));
            }
        } catch (IllegalArgumentException _) {
            // It is answered as any other text that is no cursor.
        }
        throw QueryProblem.invalidCursor("cursor", "It is not a cursor of this question");
    }
}
