package org.ccgledger.system.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whether commands go on as fast while somebody holds an old snapshot open.
final class HeldSnapshot implements Measurement {

    private static final int CALLERS = 32;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public List<Row> measure(Bench bench) {
        Settings settings = bench.settings();
        String url = bench.database("snapshot");
        try (Ours ours = Ours.on(bench, url)) {
            var side = Create.side(Ours.NAME, ours, CALLERS, bench);
            side.trial().run(settings.warmUp());
            List<Sample> free = new ArrayList<>(rounds(side, settings));
            List<Sample> held;
            try (Connection other = bench.owner(url).getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                statement.execute("select count(*) from ledger.event where position < 10");
                List<Sample> all = samples(side, settings.snapshot(), settings);
                held = all.subList(all.size() / 2, all.size());
                other.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            free.addAll(rounds(side, settings));
            List<Series> series =
                    List.of(new Series("snapshot held", held), new Series("none held", free));
            return List.of(
                    new Row(
                            "create, %d callers, a snapshot held open for %d s"
                                    .formatted(CALLERS, settings.snapshot().toSeconds()),
                            "commands/s",
                            Row.medians(series),
                            series,
                            100 * (1 - series.get(0).median() / series.get(1).median()),
                            "% lost",
                            Bound.atMost(10),
                            null));
        }
    }

    private static List<Sample> rounds(Rounds.Side side, Settings settings) {
        return samples(side, settings.round().multipliedBy(settings.rounds()), settings);
    }

    private static List<Sample> samples(Rounds.Side side, Duration time, Settings settings) {
        List<Sample> samples = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            samples.add(side.trial().run(settings.round()));
        }
        return samples;
    }
}
