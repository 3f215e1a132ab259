package org.ccgledger.query.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccgledger.events.EventReader;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.http.Change;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A field of which a stream says something else at a later version than at an earlier one.
///
/// @param about what the field is of, by the fields that name it
/// @param before what was last said up to the earlier version; nothing if it was not said
/// @param beforeVersion of the event that said it
/// @param after what was last said up to the later version; nothing if the event of its kind no
///   longer says it
/// @param afterVersion of the event that said it
record FieldChange(
        Map<String, JsonNode> about,
        String field,
        Change change,
        @Nullable JsonNode before,
        @Nullable Long beforeVersion,
        @Nullable JsonNode after,
        long afterVersion) {

    static final List<String> COLUMNS =
            List.of("about", "field", "change", "before", "beforeVersion", "after", "afterVersion");

    /// Compares what the events of a stream said with what those after them say.
    static List<FieldChange> between(
            List<StoredEvent> earlier, List<StoredEvent> later, EventReader reader) {
        Map<Field, Saying> then = lastSaid(earlier, reader);
        List<FieldChange> changes = new ArrayList<>();
        lastSaid(later, reader)
                .forEach((field, now) ->
                        of(field, then.getOrDefault(field, Saying.NOTHING), now)
                                .ifPresent(changes::add));
        return List.copyOf(changes);
    }

    /// A field is the same field only of the same things.
    private record Field(Map<String, JsonNode> about, String name) {}

    private record Saying(@Nullable JsonNode value, long version) {
        static final Saying NOTHING = new Saying(null, 0);
    }

    private static Map<Field, Saying> lastSaid(List<StoredEvent> events, EventReader reader) {
        Map<Field, Saying> last = new LinkedHashMap<>();
        for (StoredEvent event : events) {
            Statement statement = Statement.of(event, reader);
            statement
                    .fields()
                    .forEach((field, value) ->
                            last.put(
                                    new Field(statement.about(), field),
                                    new Saying(value, event.version())));
        }
        return last;
    }

    private static Optional<FieldChange> of(Field field, Saying then, Saying now) {
        JsonNode before = then.value();
        JsonNode after = now.value();
        return Objects.equals(before, after)
                ? Optional.empty()
                : Optional.of(
                        new FieldChange(
                                field.about(),
                                field.name(),
                                Change.of(before, after),
                                before,
                                before == null ? null : then.version(),
                                after,
                                now.version()));
    }

    /// For a table.
    Row row() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(
                "about",
                about.entrySet().stream()
                        .map(name -> name.getKey() + " " + text(name.getValue()))
                        .toList());
        columns.put("field", field);
        columns.put("change", change.name());
        columns.put("before", text(before));
        columns.put("beforeVersion", beforeVersion);
        columns.put("after", text(after));
        columns.put("afterVersion", afterVersion);
        return new Row(columns);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.isString() ? value.asString() : value.toString();
    }
}
