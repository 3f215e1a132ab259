package org.ccgledger.system.benchmark;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ccgledger.system.benchmark.Rounds.Side;

/// Commands that change boundaries which exist, chosen at random, while both sides may remember
/// what they have read.
final class Update implements Measurement {

    private static final int CALLERS = 32;
    private static final String KIND = "updated";

    @Override
    public String name() {
        return "update";
    }

    @Override
    public List<Row> measure(Bench bench) {
        try (Ours ours = Ours.on(bench, bench.database("update_ours"));
                Stock stock = Stock.cachingOn(bench, bench.database("update_stock"))) {
            create(ours, bench);
            create(stock, bench);
            return List.of(
                    Row.times(
                            "update of %,d boundaries, %d callers, both with a cache"
                                    .formatted(bench.settings().boundaries(), CALLERS),
                            "commands/s",
                            Rounds.inTurn(
                                    bench,
                                    side(Ours.NAME, ours, bench),
                                    side(Stock.NAME, stock, bench)),
                            Bound.atLeast(2),
                            Bound.atLeast(3)));
        }
    }

    private static void create(Recorder recorder, Bench bench) {
        Batch.of(bench.settings().boundaries(), i -> recorder.create(Figures.name(KIND, i)));
    }

    private static Side side(String name, Recorder recorder, Bench bench) {
        Callers callers = new Callers(CALLERS, bench.settings());
        int boundaries = bench.settings().boundaries();
        return new Side(
                name,
                time ->
                        callers.callFor(
                                time,
                                _ ->
                                        recorder.update(
                                                Figures.name(
                                                        KIND,
                                                        ThreadLocalRandom.current()
                                                                .nextInt(boundaries)))));
    }
}
