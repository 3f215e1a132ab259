package org.ccgledger.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.jspecify.annotations.Nullable;

/// Commands that each begin a boundary of their own, from few callers to many.
final class Create implements Measurement {

    private static final int MOST = 128;

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<Row> measure(Bench bench) {
        List<Row> rows = new ArrayList<>();
        try (Ours ours = Ours.on(bench, bench.database("create_ours"));
                Stock stock = Stock.on(bench, bench.database("create_stock"))) {
            for (int callers : bench.settings().callers()) {
                String what =
                        "create, %d %s".formatted(callers, callers == 1 ? "caller" : "callers");
                Side ofOurs = side(Ours.NAME, ours, callers, bench);
                Side ofStock = side(Stock.NAME, stock, callers, bench);
                // Of one caller both sides do about as much.
                List<Series> series =
                        callers == 1
                                ? Rounds.inManyTurns(
                                        bench, bench.settings().warmUp(), ofOurs, ofStock)
                                : Rounds.inTurn(bench, ofOurs, ofStock);
                rows.add(Row.times(what, "commands/s", series, gate(callers), goal(callers)));
                if (callers == MOST) {
                    rows.add(
                            Row.processorTime(
                                    what + ": processor time of process and PostgreSQL",
                                    "µs a command",
                                    series));
                }
            }
        }
        return rows;
    }

    static Side side(String name, Recorder recorder, int callers, Bench bench) {
        Callers all = new Callers(callers, bench.settings());
        return new Side(name, time -> all.callFor(time, _ -> recorder.create(Figures.name())));
    }

    private static @Nullable Bound gate(int callers) {
        return switch (callers) {
            case 1, 8 -> Bound.atLeast(1);
            case 32 -> Bound.atLeast(1.7);
            case 128 -> Bound.atLeast(2.2);
            default -> null;
        };
    }

    private static @Nullable Bound goal(int callers) {
        return switch (callers) {
            case 8 -> Bound.atLeast(1.3);
            case 32 -> Bound.atLeast(2.5);
            case 128 -> Bound.atLeast(3.5);
            default -> null;
        };
    }
}
