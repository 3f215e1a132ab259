package org.ccgledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.ccgledger.ledger.AppendBatch.Entry;
import org.ccgledger.ledger.PreparedAppend.Event;
import org.ccgledger.ledger.PreparedAppend.Part;

/// What a batch appends, column by column of each table that it goes to.
///
/// Ids travel as text and dates as days, because the driver sends arrays of those in binary.
final class AppendColumns {

    /// In the order of the parameters of `ledger.append`.
    private final List<Column<?>> arguments = new ArrayList<>();

    private final Column<Integer> firstEvents =
            new Column<>("int4", new ArrayList<>(), Integer[]::new);
    private final Column<String> commandIds = text();
    private final Column<byte[]> fingerprints = bytes();
    private final Column<byte[]> metadata = bytes();
    private final Column<byte[]> decisions = bytes();
    private final Column<String> streams = text();
    private final Column<Long> versions = longs();
    private final Column<Integer> eventCounts = ints();
    private final Column<Integer> requestAfter = ints();

    private final Column<Integer> eventIndexes = ints();
    private final Column<String> eventStreams = text();
    private final Column<Long> eventVersions = longs();
    private final Column<String> types = text();
    private final Column<Integer> schemaVersions = ints();
    private final Column<Integer> effectiveDays = ints();
    private final Column<byte[]> bodies = bytes();
    private final Column<byte[]> facts = bytes();
    private final Column<byte[]> partCommitments = bytes();

    private final Column<Integer> tagEvents = ints();
    private final Column<String> tags = text();
    private final Column<String> tagTypes = text();

    private final Column<Integer> guardStreamRequests = ints();
    private final Column<String> guardStreams = text();
    private final Column<Long> guardStreamPositions = longs();
    private final Column<Integer> guardTagRequests = ints();
    private final Column<String> guardTags = text();
    private final Column<String> guardTagTypes = text();
    private final Column<Long> guardTagPositions = longs();

    private final Column<Integer> partEvents = ints();
    private final Column<Integer> partNumbers = ints();
    private final Column<String> partFields = text();
    private final Column<String> partSubjects = text();
    private final Column<byte[]> partSalts = bytes();
    private final Column<byte[]> partContents = bytes();

    private int events;

    /// One array.
    ///
    /// @param type of its elements, as PostgreSQL names it
    record Column<T>(String type, List<T> values, IntFunction<T[]> array) {
        int size() {
            return values.size();
        }

        Array array(Connection connection) throws SQLException {
            return connection.createArrayOf(type, values.toArray(array));
        }

        private void add(T value) {
            values.add(value);
        }
    }

    static AppendColumns of(List<Entry> batch) {
        AppendColumns columns = new AppendColumns();
        batch.forEach(columns::add);
        return columns;
    }

    /// The arguments of `ledger.append`; a column without an element is given as null.
    List<Column<?>> arguments() {
        return arguments;
    }

    /// Of the rows of `ledger.command`; the first is the number of the command's first event.
    List<Column<?>> commands() {
        return List.of(firstEvents, commandIds, eventCounts, fingerprints, metadata, decisions);
    }

    /// Of the rows of `ledger.event`, whose numbers are from 1.
    List<Column<?>> events() {
        return List.of(
                eventStreams,
                eventVersions,
                eventIndexes,
                types,
                schemaVersions,
                effectiveDays,
                bodies,
                facts,
                partCommitments);
    }

    /// Of the rows of `ledger.tag`; the first is the number of the event.
    List<Column<?>> tags() {
        return List.of(tagEvents, tags, tagTypes);
    }

    /// Of the rows of `ledger.personal`; the first is the number of the event.
    List<Column<?>> parts() {
        return List.of(partEvents, partNumbers, partFields, partSubjects, partSalts, partContents);
    }

    private void add(Entry entry) {
        Append request = entry.append().request();
        firstEvents.add(events + 1);
        commandIds.add(request.commandId().toString());
        fingerprints.add(request.fingerprint());
        metadata.add(request.metadata());
        decisions.add(request.decision());
        streams.add(request.stream());
        versions.add(request.version());
        eventCounts.add(request.events().size());
        requestAfter.add(entry.after());
        int index = 0;
        for (Event event : entry.append().events()) {
            add(entry, index++, event);
        }
        request.guards().forEach(guard -> add(entry, guard));
    }

    private void add(Entry entry, int index, Event event) {
        events++;
        eventIndexes.add(index);
        eventStreams.add(entry.append().request().stream());
        eventVersions.add(entry.append().request().version() + index + 1);
        types.add(event.event().type());
        schemaVersions.add(event.event().schemaVersion());
        effectiveDays.add(Math.toIntExact(event.event().effectiveOn().toEpochDay()));
        bodies.add(event.body());
        facts.add(event.event().fact());
        partCommitments.add(event.partCommitments());
        for (String tag : event.tags()) {
            tagEvents.add(events);
            tags.add(tag);
            tagTypes.add(event.event().type());
        }
        int number = 0;
        for (Part part : event.parts()) {
            partEvents.add(events);
            partNumbers.add(number++);
            partFields.add(part.field());
            partSubjects.add(part.subject().toString());
            partSalts.add(part.salt());
            partContents.add(part.content());
        }
    }

    private void add(Entry entry, Guard guard) {
        switch (guard) {
            case Guard.OfStream(var stream, var position) -> {
                guardStreamRequests.add(entry.number());
                guardStreams.add(stream);
                guardStreamPositions.add(position);
            }
            case Guard.OfTag(var tag, var tagTypes, var position) -> {
                guardTagRequests.add(entry.number());
                guardTags.add(tag);
                guardTagTypes.add(String.join(",", tagTypes));
                guardTagPositions.add(position);
            }
        }
    }

    private Column<String> text() {
        return column("text", String[]::new);
    }

    private Column<byte[]> bytes() {
        return column("bytea", byte[][]::new);
    }

    private Column<Integer> ints() {
        return column("int4", Integer[]::new);
    }

    private Column<Long> longs() {
        return column("int8", Long[]::new);
    }

    private <T> Column<T> column(String type, IntFunction<T[]> array) {
        Column<T> column = new Column<>(type, new ArrayList<>(), array);
        arguments.add(column);
        return column;
    }
}
