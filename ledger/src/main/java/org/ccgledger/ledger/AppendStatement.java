package org.ccgledger.ledger;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// An append as one call of `ledger.append`, with everything hashed and encrypted that can be
/// before its place is known.
final class AppendStatement {

    private static final String CALL =
            "select verdict, first_position, recorded_at, leaf_hashes from ledger.append("
                    + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int SALT = 32;

    private final UUID ledgerId;
    private final SubjectVault vault;
    private final SecureRandom random = new SecureRandom();

    AppendStatement(UUID ledgerId, SubjectVault vault) {
        this.ledgerId = ledgerId;
        this.vault = vault;
    }

    AppendResult execute(Connection connection, Append request) throws SQLException {
        Columns columns = new Columns();
        byte[] metadataCommitment = Digests.sha256(request.metadata());
        byte[] decisionCommitment = Digests.sha256(request.decision());
        for (int index = 0; index < request.events().size(); index++) {
            NewEvent event = request.events().get(index);
            byte[] partCommitments = columns.addParts(request, index, event);
            List<String> tags = event.tags().stream().sorted().toList();
            columns.add(
                    event,
                    index,
                    tags,
                    partCommitments,
                    new EventBody(
                                    ledgerId,
                                    request.stream(),
                                    request.version() + index + 1,
                                    request.commandId(),
                                    index,
                                    event.type(),
                                    event.schemaVersion(),
                                    event.effectiveOn(),
                                    tags,
                                    Digests.sha256(event.fact()),
                                    partCommitments.length == 0
                                            ? new byte[32]
                                            : Digests.sha256(partCommitments),
                                    metadataCommitment,
                                    decisionCommitment)
                            .bytes());
        }
        request.guards().forEach(columns::add);
        return call(connection, request, columns);
    }

    private static AppendResult call(Connection connection, Append request, Columns columns)
            throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            Arguments arguments = new Arguments(call);
            call.setObject(arguments.next(), request.commandId());
            call.setBytes(arguments.next(), request.fingerprint());
            call.setBytes(arguments.next(), request.metadata());
            call.setBytes(arguments.next(), request.decision());
            call.setString(arguments.next(), request.stream());
            call.setLong(arguments.next(), request.version());
            arguments.array("text", columns.types.toArray());
            arguments.array("int4", columns.schemaVersions.toArray());
            arguments.array("date", columns.effectiveOn.toArray());
            arguments.array("bytea", columns.bodies.toArray(byte[][]::new));
            arguments.array("bytea", columns.facts.toArray(byte[][]::new));
            arguments.array("bytea", columns.partCommitments.toArray(byte[][]::new));
            arguments.array("int4", columns.tagEvents.toArray());
            arguments.array("text", columns.tags.toArray());
            arguments.array("text", columns.guardStreams.toArray());
            arguments.array("int8", columns.guardStreamPositions.toArray());
            arguments.array("text", columns.guardTags.toArray());
            arguments.array("text", columns.guardTagTypes.toArray());
            arguments.array("int8", columns.guardTagPositions.toArray());
            arguments.array("int4", columns.partEvents.toArray());
            arguments.array("int4", columns.partNumbers.toArray());
            arguments.array("text", columns.partFields.toArray());
            arguments.array("uuid", columns.partSubjects.toArray());
            arguments.array("bytea", columns.partSalts.toArray(byte[][]::new));
            arguments.array("bytea", columns.partContents.toArray(byte[][]::new));
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                return switch (answer.getString("verdict")) {
                    case "known" -> new AppendResult.Known();
                    case "overtaken" -> new AppendResult.Overtaken();
                    case "appended" -> appended(request, answer);
                    case String other ->
                            throw new IllegalStateException("ledger.append answered " + other);
                };
            }
        }
    }

    private static AppendResult.Appended appended(Append request, ResultSet answer)
            throws SQLException {
        long position = answer.getLong("first_position");
        Instant recordedAt = answer.getObject("recorded_at", OffsetDateTime.class).toInstant();
        byte[][] leafHashes = (byte[][]) answer.getArray("leaf_hashes").getArray();
        List<StoredEvent> events = new ArrayList<>();
        for (NewEvent event : request.events()) {
            int index = events.size();
            events.add(
                    new StoredEvent(
                            position + index,
                            recordedAt,
                            request.stream(),
                            request.version() + index + 1,
                            request.commandId(),
                            index,
                            event.type(),
                            event.schemaVersion(),
                            event.effectiveOn(),
                            event.fact(),
                            request.metadata(),
                            leafHashes[index]));
        }
        return new AppendResult.Appended(
                new StoredCommand(
                        request.commandId(),
                        request.fingerprint(),
                        request.metadata(),
                        request.decision(),
                        List.copyOf(events)));
    }

    /// The arguments of the call, array by array.
    private final class Columns {
        final List<Object> types = new ArrayList<>();
        final List<Object> schemaVersions = new ArrayList<>();
        final List<Object> effectiveOn = new ArrayList<>();
        final List<byte[]> bodies = new ArrayList<>();
        final List<byte[]> facts = new ArrayList<>();
        final List<byte[]> partCommitments = new ArrayList<>();
        final List<Object> tagEvents = new ArrayList<>();
        final List<Object> tags = new ArrayList<>();
        final List<Object> guardStreams = new ArrayList<>();
        final List<Object> guardStreamPositions = new ArrayList<>();
        final List<Object> guardTags = new ArrayList<>();
        final List<Object> guardTagTypes = new ArrayList<>();
        final List<Object> guardTagPositions = new ArrayList<>();
        final List<Object> partEvents = new ArrayList<>();
        final List<Object> partNumbers = new ArrayList<>();
        final List<Object> partFields = new ArrayList<>();
        final List<Object> partSubjects = new ArrayList<>();
        final List<byte[]> partSalts = new ArrayList<>();
        final List<byte[]> partContents = new ArrayList<>();

        void add(
                NewEvent event,
                int index,
                List<String> sortedTags,
                byte[] commitments,
                byte[] body) {
            types.add(event.type());
            schemaVersions.add(event.schemaVersion());
            effectiveOn.add(event.effectiveOn());
            bodies.add(body);
            facts.add(event.fact());
            partCommitments.add(commitments);
            for (String tag : sortedTags) {
                tagEvents.add(index);
                tags.add(tag);
            }
        }

        void add(Guard guard) {
            switch (guard) {
                case Guard.OfStream(var stream, var position) -> {
                    guardStreams.add(stream);
                    guardStreamPositions.add(position);
                }
                case Guard.OfTag(var tag, var types, var position) -> {
                    guardTags.add(tag);
                    guardTagTypes.add(String.join(",", types));
                    guardTagPositions.add(position);
                }
            }
        }

        /// Encrypts the parts of an event, those of the decision record with the first, and returns
        /// their commitments.
        byte[] addParts(Append request, int index, NewEvent event) {
            List<PersonalPart> parts = new ArrayList<>(event.personal());
            if (index == 0) {
                request.decisionParts().stream()
                        .map(part ->
                                new PersonalPart(
                                        "decision:" + part.field(), part.subject(), part.text()))
                        .forEach(parts::add);
            }
            byte[] commitments = new byte[32 * parts.size()];
            UUID eventId = Digests.eventId(request.commandId(), index);
            for (int number = 0; number < parts.size(); number++) {
                PersonalPart part = parts.get(number);
                byte[] salt = new byte[SALT];
                random.nextBytes(salt);
                byte[] content = vault.encrypt(eventId, part);
                System.arraycopy(Digests.sha256(salt, content), 0, commitments, 32 * number, 32);
                partEvents.add(index);
                partNumbers.add(number);
                partFields.add(part.field());
                partSubjects.add(part.subject());
                partSalts.add(salt);
                partContents.add(content);
            }
            return commitments;
        }
    }

    private static final class Arguments {
        private final PreparedStatement call;
        private int index;

        Arguments(PreparedStatement call) {
            this.call = call;
        }

        int next() {
            return ++index;
        }

        void array(String type, Object[] elements) throws SQLException {
            Array array = call.getConnection().createArrayOf(type, elements);
            call.setArray(next(), array);
        }
    }
}
