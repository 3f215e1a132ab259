package org.ccgledger.query.timeline;

import java.nio.charset.StandardCharsets;
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
        List<StoredEvent> known =
                ledger.readStream(stream).events().stream()
                        .filter(event -> event.position() <= question.knownAt())
                        .toList();
        if (known.isEmpty()) {
            throw QueryProblem.notFound("No event of " + stream + " is known");
        }
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
