package org.ccgledger.system.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;

/// The append alone, beside the fastest that rows can be inserted with one statement for a hundred:
/// a table with a key and a unique stream and version, on one connection, without any check.
final class RawAppend implements Measurement {

    private static final int CALLERS = 128;
    private static final int ROWS = 100;

    @Override
    public String name() {
        return "append";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String bare = bench.database("bare");
        Bench.execute(
                bench.owner(bare),
                """
                create table event (position bigint primary key, stream text not null, version bigint not null,
                    type text not null, fact bytea not null, unique (stream, version))
                """);
        byte[] fact = Figures.json("figure-0000000000", "1").getBytes(StandardCharsets.UTF_8);
        Callers callers = new Callers(CALLERS, bench.settings());
        try (Ours ours = Ours.on(bench, bench.database("append"));
                Connection connection = bench.owner(bare).getConnection()) {
            connection.setAutoCommit(false);
            Inserts inserts = new Inserts(connection, fact);
            return List.of(
                    Row.times(
                            "append alone, %d callers, beside one INSERT for %d rows"
                                    .formatted(CALLERS, ROWS),
                            "events/s",
                            Rounds.inTurn(
                                    bench,
                                    new Side(
                                            Ours.NAME,
                                            time ->
                                                    callers.callFor(
                                                            time,
                                                            _ ->
                                                                    ours.append(
                                                                            Figures.name(), fact))),
                                    new Side("bare INSERT", inserts::during)),
                            null,
                            Bound.atLeast(0.5)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Inserts {
        private final Connection connection;
        private final byte[] fact;
        private long position;

        Inserts(Connection connection, byte[] fact) {
            this.connection = connection;
            this.fact = fact;
        }

        Sample during(Duration time) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into event (position, stream, version, type, fact)
                            select ? + n, stream, 1, 'ccg.statedfigures.StatedFigureRecorded', fact
                            from unnest(?, ?) with ordinality as e(stream, fact, n)
                            """)) {
                long start = System.nanoTime();
                long end = start + time.toNanos();
                long rows = 0;
                while (System.nanoTime() < end) {
                    insertRows(insert);
                    rows += ROWS;
                }
                return Sample.of(rows * 1e9 / (System.nanoTime() - start));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void insertRows(PreparedStatement insert) throws SQLException {
            String[] streams = new String[ROWS];
            byte[][] facts = new byte[ROWS][];
            for (int i = 0; i < ROWS; i++) {
                streams[i] = Figures.name();
                facts[i] = fact;
            }
            insert.setLong(1, position);
            insert.setArray(2, connection.createArrayOf("text", streams));
            insert.setArray(3, connection.createArrayOf("bytea", facts));
            insert.executeUpdate();
            connection.commit();
            position += ROWS;
        }
    }
}
