package org.ccgledger.query.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.events.EventReader;
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
    private static final Pattern CURSOR = Pattern.compile("(after|before) version (\\d{1,18})");

    private final Ledger ledger;
    private final AuditedEvents events;
    private final EventReader reader;

    EntityTimeline(Ledger ledger, AuditedEvents events, EventReader reader) {
        this.ledger = ledger;
        this.events = events;
        this.reader = reader;
    }

    /// Events in order, up to a version where one is asked for.
    ///
    /// @throws QueryProblem if no such stream was known
    Answer page(String stream, Question question) {
        long until = number(question, "version").orElse(Long.MAX_VALUE);
        int limit = limit(question);
        List<StoredEvent> known = known(stream, question);
        long last = Math.min(known.getLast().version(), until);
        Versions versions = versions(question, limit, last);
        List<AuditedEvent> page =
                known.stream()
                        .filter(event -> versions.hold(event.version()))
                        .map(events::of)
                        .toList();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stream", stream);
        fields.put("version", last);
        fields.put("items", page);
        fields.put("corrections", corrections(stream, question.knownAt()));
        return new Answer(
                fields,
                List.copyOf(events.of(known.getFirst()).row().columns().keySet()),
                page.stream().map(AuditedEvent::row).toList(),
                pages(question, limit, versions, last));
    }

    /// The versions on a page, from one to another. They are counted from 1, without gaps.
    private record Versions(long from, long to) {

        static Versions after(long version, int limit, long last) {
            return new Versions(version + 1, Math.min(version + limit, last));
        }

        static Versions before(long version, int limit, long last) {
            long to = Math.clamp(version - 1, 0, last);
            return new Versions(Math.max(to - limit + 1, 1), to);
        }

        boolean hold(long version) {
            return from <= version && version <= to;
        }
    }

    /// @param last that is asked for
    private static Versions versions(Question question, int limit, long last) {
        Optional<Matcher> cursor = question.parameter("cursor").map(EntityTimeline::decoded);
        if (cursor.isEmpty()) {
            return Versions.after(0, limit, last);
        }
        long version = Long.parseLong(cursor.get().group(2));
        return cursor.get().group(1).equals("after")
                ? Versions.after(version, limit, last)
                : Versions.before(version, limit, last);
    }

    /// The pages that there are before and after one.
    private static Map<String, String> pages(
            Question question, int limit, Versions versions, long last) {
        Map<String, String> pages = new LinkedHashMap<>();
        if (versions.to() < last) {
            pages.put("next", at(question, limit, "after version " + versions.to()));
        }
        if (versions.from() > 1) {
            pages.put("prev", at(question, limit, "before version " + versions.from()));
        }
        return pages;
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
        List<FieldChange> changes = FieldChange.between(before, between, reader);
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
                Map.of());
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

    /// Another page is asked for the same day and knowledge, whatever is recorded meanwhile.
    private static String at(Question question, int limit, String cursor) {
        return question.path()
                + "?asOf="
                + question.asOf()
                + "&knownAt="
                + question.knownAt()
                + "&limit="
                + limit
                + question.parameter("version").map(until -> "&version=" + until).orElse("")
                + "&cursor="
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static Matcher decoded(String cursor) {
        try {
            Matcher decoded =
                    CURSOR.matcher(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (decoded.matches()) {
                return decoded;
            }
        } catch (IllegalArgumentException _) {
            // It is answered as any other text that is no cursor.
        }
        throw QueryProblem.invalidCursor("cursor", "It is not a cursor of this question");
    }
}
