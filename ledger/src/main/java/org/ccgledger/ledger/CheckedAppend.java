package org.ccgledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ccgledger.ledger.AppendBatch.Entry;
import org.ccgledger.ledger.AppendColumns.Column;
import org.jspecify.annotations.Nullable;

/// Appends with `ledger.append`, which finds out what may be appended: each request is appended or
/// refused on its own.
final class CheckedAppend implements AutoCloseable {

    private static final String CALL =
            "select verdicts, first_positions, recorded_micros, leaf_hashes from ledger.append("
                    + "?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement call;
    private final UUID writer;
    private final long term;

    CheckedAppend(Connection connection, UUID writer, long term) throws SQLException {
        this.connection = connection;
        this.writer = writer;
        this.term = term;
        this.call = WriterSession.prepared(connection, CALL);
    }

    List<AppendResult> append(List<Entry> batch) throws SQLException {
        int index = 0;
        call.setObject(++index, writer);
        call.setLong(++index, term);
        for (Column<?> column : AppendColumns.of(batch).arguments()) {
            call.setArray(++index, array(column));
        }
        try (ResultSet row = call.executeQuery()) {
            row.next();
            Integer[] verdicts = (Integer[]) row.getArray(1).getArray();
            Array firsts = row.getArray(2);
            Long[] positions = firsts == null ? new Long[0] : (Long[]) firsts.getArray();
            Instant recordedAt = Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS);
            Array hashes = row.getArray(4);
            byte[][] leafHashes = hashes == null ? new byte[0][] : (byte[][]) hashes.getArray();
            WriterSession.refuseWarnings(call);
            return results(batch, verdicts, positions, recordedAt, leafHashes);
        }
    }

    private @Nullable Array array(Column<?> column) throws SQLException {
        return column.size() == 0 ? null : column.array(connection);
    }

    private static List<AppendResult> results(
            List<Entry> batch,
            Integer[] verdicts,
            Long[] positions,
            Instant recordedAt,
            byte[][] leafHashes) {
        List<AppendResult> results = new ArrayList<>(batch.size());
        int appended = 0;
        int hash = 0;
        for (int i = 0; i < batch.size(); i++) {
            Append request = batch.get(i).append().request();
            results.add(
                    switch (verdicts[i]) {
                        case 0 -> {
                            int first = hash;
                            hash += request.events().size();
                            yield AppendResult.Appended.of(
                                    request, positions[appended++], recordedAt, leafHashes, first);
                        }
                        case 1 -> new AppendResult.Known();
                        case 2 -> new AppendResult.Overtaken();
                        case Integer other ->
                                throw new IllegalStateException("ledger.append answered " + other);
                    });
        }
        return results;
    }

    @Override
    public void close() throws SQLException {
        call.close();
    }
}
