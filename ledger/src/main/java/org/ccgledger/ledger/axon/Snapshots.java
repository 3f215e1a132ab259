package org.ccgledger.ledger.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/// States of aggregates that Axon has asked to keep.
final class Snapshots {

    private final DataSource database;
    private final Serializer serializer;

    Snapshots(DataSource database, Serializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /// Keeps a state; of two at the same version the first is kept.
    void store(DomainEventMessage<?> snapshot) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into ledger.snapshot (stream, version, kind, event_id, recorded_at, type,"
                                        + " revision, payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict do nothing")) {
            insert.setString(1, snapshot.getAggregateIdentifier());
            insert.setLong(2, snapshot.getSequenceNumber() + 1);
            insert.setString(3, snapshot.getType());
            insert.setString(4, snapshot.getIdentifier());
            insert.setObject(5, snapshot.getTimestamp().atOffset(ZoneOffset.UTC));
            insert.setString(6, payload.getType().getName());
            insert.setString(7, payload.getType().getRevision());
            insert.setBytes(8, payload.getData());
            insert.setBytes(9, snapshot.serializeMetaData(serializer, byte[].class).getData());
            insert.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The snapshot could not be stored", e);
        }
    }

    /// The newest of a stream.
    Optional<GenericDomainEventEntry<byte[]>> newest(String stream) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select * from ledger.snapshot where stream = ? order by version desc limit 1")) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new GenericDomainEventEntry<>(
                                        row.getString("kind"),
                                        stream,
                                        row.getLong("version") - 1,
                                        row.getString("event_id"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("type"),
                                        row.getString("revision"),
                                        row.getBytes("payload"),
                                        row.getBytes("metadata")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The snapshot could not be read", e);
        }
    }
}
