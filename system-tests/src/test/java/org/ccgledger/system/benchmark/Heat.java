package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Lets this process compile what both sides run, before anything is measured.
final class Heat implements Measurement {

    private static final int CALLERS = 32;
    private static final int BOUNDARIES = 200;
    private static final String KIND = "heated";

    @Override
    public String name() {
        return "heat";
    }

    @Override
    public List<Row> measure(Bench bench) {
        try (Ours ours = Ours.on(bench, bench.database("heat_ours"));
                Stock stock = Stock.on(bench, bench.database("heat_stock"))) {
            heat(ours, bench);
            heat(stock, bench);
        }
        return List.of();
    }

    private static void heat(Recorder recorder, Bench bench) {
        Callers callers = new Callers(CALLERS, bench.settings());
        Duration half = bench.settings().heat().dividedBy(2);
        Batch.of(BOUNDARIES, i -> recorder.create(Figures.name(KIND, i)));
        callers.callFor(half, _ -> recorder.create(Figures.name()));
        callers.callFor(
                half,
                _ ->
                        recorder.update(
                                Figures.name(
                                        KIND, ThreadLocalRandom.current().nextInt(BOUNDARIES))));
    }
}
