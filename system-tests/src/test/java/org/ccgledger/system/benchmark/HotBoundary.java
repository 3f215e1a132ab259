package org.ccgledger.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;

/// Many who all change one boundary, each again until it is done.
final class HotBoundary implements Measurement {

    private static final int CALLERS = 32;
    private static final double LAST = 0.99;

    @Override
    public String name() {
        return "hot";
    }

    @Override
    public List<Row> measure(Bench bench) {
        try (Ours ours = Ours.on(bench, bench.database("hot_ours"));
                Stock stock = Stock.cachingOn(bench, bench.database("hot_stock"))) {
            List<Series> series =
                    Rounds.inTurn(
                            bench, side(Ours.NAME, ours, bench), side(Stock.NAME, stock, bench));
            List<Row> rows = new ArrayList<>();
            rows.add(
                    Row.times(
                            "one hot boundary, %d callers".formatted(CALLERS),
                            "commands/s",
                            series,
                            null,
                            Bound.atLeast(5)));
            rows.add(
                    Row.percentiles(
                            "one hot boundary, %d callers: the slowest of 100".formatted(CALLERS),
                            series,
                            LAST,
                            null,
                            Bound.atMost(0.1)));
            return rows;
        }
    }

    private static Side side(String name, Recorder recorder, Bench bench) {
        String figure = Figures.name();
        recorder.create(figure);
        Callers callers = new Callers(CALLERS, bench.settings());
        return new Side(name, time -> callers.callFor(time, _ -> recorder.update(figure)));
    }
}
