package org.ccgledger.system.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From before a command is sent until another connection sees its row in a read model. Commands
/// are sent at a pace that leaves both sides at ease.
final class UntilVisible implements Measurement {

    private static final Duration PACE = Duration.ofMillis(23);
    private static final Duration LOOK = Duration.ofNanos(500_000);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TABLE =
            "(figure text primary key, place bigint generated always as identity)";

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String oursUrl = bench.database("visible_ours");
        String stockUrl = bench.database("visible_stock");
        OurEvents.migrate(
                bench,
                oursUrl,
                "create table projection.seen " + TABLE,
                "grant select, insert, update, delete on projection.seen to ccg_query");
        Bench.execute(
                bench.owner(stockUrl),
                "create schema projection",
                "create table projection.seen " + TABLE);
        try (Ours ours = Ours.on(bench, oursUrl);
                OurEvents _ = new OurEvents(bench, oursUrl, ours.ledger(), Seen::new);
                Stock stock = Stock.on(bench, stockUrl);
                StockEvents _ =
                        new StockEvents(
                                bench,
                                stockUrl,
                                stock.store(),
                                (event, sql) -> write(event.figure().value(), sql))) {
            List<Series> series =
                    Rounds.inTurn(
                            bench,
                            side(Ours.NAME, ours, bench.owner(oursUrl)),
                            side(Stock.NAME, stock, bench.owner(stockUrl)));
            List<Row.Shown> medians = Row.percentiles(series, 0.5);
            List<Row> rows = new ArrayList<>();
            rows.add(
                    new Row(
                            "from send to visible in a read model, median",
                            "ms",
                            medians,
                            series,
                            medians.get(1).value() / medians.get(0).value(),
                            "× sooner",
                            Bound.atLeast(30),
                            null));
            List<Row.Shown> last = Row.percentiles(series, 0.99);
            rows.add(
                    new Row(
                            "from send to visible in a read model, the slowest of 100",
                            "ms",
                            last,
                            series,
                            last.getFirst().value(),
                            "ms",
                            null,
                            Bound.atMost(50)));
            return rows;
        }
    }

    private static Side side(String name, Recorder recorder, DataSource readModel) {
        return new Side(name, time -> new Watch(readModel).during(time, recorder));
    }

    private static void write(String figure, JdbcClient sql) {
        sql.sql("insert into projection.seen (figure) values (?) on conflict do nothing")
                .param(figure)
                .update();
    }

    /// The read model of ours.
    private record Seen(QueryDatabase database) implements Projector {
        @Override
        public String name() {
            return "seen";
        }

        @Override
        public Set<Class<? extends CcgEvent>> concerns() {
            return Set.of(StatedFigureEvent.class);
        }

        @Override
        public void on(CcgEvent event, Recorded at) {
            if (event instanceof StatedFigureRecorded figure) {
                write(figure.figure().value(), database.sql());
            }
        }

        @Override
        public void reset() {
            database.sql().sql("delete from projection.seen").update();
        }
    }

    /// Looks at a read model all the while.
    private static final class Watch {
        private final DataSource readModel;
        private final ConcurrentSkipListMap<String, Long> sent = new ConcurrentSkipListMap<>();
        private volatile boolean sending = true;

        Watch(DataSource readModel) {
            this.readModel = readModel;
        }

        Sample during(Duration time, Recorder recorder) {
            Thread sender =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                send(time, recorder);
                                sending = false;
                            });
            long[] nanos = look();
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            long[] sorted = Numbers.sorted(nanos);
            return Sample.of(Numbers.percentile(sorted, 0.5) / 1e6, sorted);
        }

        private void send(Duration time, Recorder recorder) {
            long next = System.nanoTime();
            long end = next + time.toNanos();
            while (next < end) {
                LockSupport.parkNanos(next - System.nanoTime());
                String figure = Figures.name();
                sent.put(figure, System.nanoTime());
                recorder.create(figure);
                next += PACE.toNanos();
            }
        }

        private long[] look() {
            List<Long> taken = new ArrayList<>();
            try (Connection connection = readModel.getConnection();
                    PreparedStatement row =
                            connection.prepareStatement(
                                    "select from projection.seen where figure = ?")) {
                long patience = System.nanoTime() + PATIENCE.toNanos();
                while (sending || !sent.isEmpty()) {
                    var first = sent.firstEntry();
                    if (first != null && isSeen(row, first.getKey())) {
                        taken.add(System.nanoTime() - first.getValue());
                        sent.remove(first.getKey());
                        patience = System.nanoTime() + PATIENCE.toNanos();
                    } else if (System.nanoTime() > patience) {
                        throw new IllegalStateException("Nothing was seen any more");
                    } else {
                        LockSupport.parkNanos(LOOK.toNanos());
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return taken.stream().mapToLong(Long::longValue).toArray();
        }

        private static boolean isSeen(PreparedStatement row, String figure) throws SQLException {
            row.setString(1, figure);
            try (ResultSet found = row.executeQuery()) {
                return found.next();
            }
        }
    }
}
