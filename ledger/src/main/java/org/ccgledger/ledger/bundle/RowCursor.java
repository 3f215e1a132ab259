package org.ccgledger.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The rows of one table in the order of positions, each as a record of a bundle.
final class RowCursor implements AutoCloseable {

    private static final int FETCHED = 1_000;

    private final int kind;
    private final Encoding encoding;
    private final PreparedStatement statement;
    private final ResultSet row;
    private long position;

    private RowCursor(
            int kind, Encoding encoding, Connection connection, String sql, long after, long upTo)
            throws SQLException {
        this.kind = kind;
        this.encoding = encoding;
        this.statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCHED);
        statement.setLong(1, after);
        statement.setLong(2, upTo);
        this.row = statement.executeQuery();
        next();
    }

    private interface Encoding {
        void put(ResultSet row, Fields fields) throws SQLException, IOException;
    }

    /// The fields of a record, one after the other.
    private record Fields(DataOutputStream out) {

        void number(long number) throws IOException {
            out.writeLong(number);
        }

        void small(int number) throws IOException {
            out.writeInt(number);
        }

        void id(UUID id) throws IOException {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }

        void bytes(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Cursors over all that belongs to positions after one, up to another, in the order in which
    /// the records of a position stand.
    ///
    /// Tags have no index by position, so they are sorted; all others are read as they lie.
    static List<RowCursor> open(Connection connection, long after, long upTo) throws SQLException {
        List<RowCursor> cursors = new ArrayList<>();
        cursors.add(
                new RowCursor(
                        1,
                        (row, fields) -> {
                            fields.small(row.getInt(2));
                            fields.id(row.getObject(3, UUID.class));
                            fields.bytes(row.getBytes(4));
                            fields.bytes(row.getBytes(5));
                        },
                        connection,
                        """
                        select position, event_count, command_id, metadata, decision
                        from ledger.command where position > ? and position <= ? order by position
                        """,
                        after,
                        upTo));
        cursors.add(
                new RowCursor(
                        2,
                        (row, fields) -> {
                            fields.number(row.getLong(2));
                            fields.text(row.getString(3));
                            fields.number(row.getLong(4));
                            fields.small(row.getInt(5));
                            fields.text(row.getString(6));
                            fields.small(row.getInt(7));
                            fields.small(row.getInt(8));
                            fields.bytes(row.getBytes(9));
                            fields.bytes(row.getBytes(10));
                            fields.bytes(row.getBytes(11));
                            fields.bytes(row.getBytes(12));
                        },
                        connection,
                        """
                        select position, (extract(epoch from recorded_at) * 1000000)::bigint, stream, version,
                               command_index, type, schema_version, effective_on - date '1970-01-01',
                               body, fact, part_commitments, leaf_hash
                        from ledger.event where position > ? and position <= ? order by position
                        """,
                        after,
                        upTo));
        cursors.add(
                new RowCursor(
                        3,
                        (row, fields) -> {
                            fields.text(row.getString(2));
                            fields.text(row.getString(3));
                        },
                        connection,
                        """
                        select position, tag, type
                        from ledger.tag where position > ? and position <= ? order by position, tag collate "C"
                        """,
                        after,
                        upTo));
        cursors.add(
                new RowCursor(
                        4,
                        (row, fields) -> {
                            fields.small(row.getInt(2));
                            fields.text(row.getString(3));
                            fields.id(row.getObject(4, UUID.class));
                            fields.bytes(row.getBytes(5));
                            fields.bytes(row.getBytes(6));
                        },
                        connection,
                        """
                        select position, part, field, subject, salt, content
                        from ledger.personal where position > ? and position <= ? order by position, part
                        """,
                        after,
                        upTo));
        cursors.add(
                new RowCursor(
                        5,
                        (row, fields) -> fields.text(row.getString(2)),
                        connection,
                        "select size, note from witness.checkpoint where size > ? and size <= ?"
                                + " order by size",
                        after,
                        upTo));
        return cursors;
    }

    int kind() {
        return kind;
    }

    /// Whether it stands at a row of this position.
    boolean isAt(long wanted) {
        return position == wanted;
    }

    /// The content of the record, with its position before it; the cursor goes on to the next row.
    byte[] take() throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(position);
        encoding.put(row, new Fields(out));
        next();
        return bytes.toByteArray();
    }

    private void next() throws SQLException {
        position = row.next() ? row.getLong(1) : Long.MAX_VALUE;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
