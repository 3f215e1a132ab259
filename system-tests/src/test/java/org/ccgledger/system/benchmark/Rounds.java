package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Runs sides in turn: A B A B …, after one round of each to warm up.
final class Rounds {

    private static final int TIMES_AS_MANY = 3;

    private Rounds() {}

    /// A side of a comparison, and how it runs for a while.
    ///
    /// @param processorMicros how long the side's process has worked, PostgreSQL left aside
    record Side(String name, Trial trial, LongSupplier processorMicros) {
        Side(String name, Trial trial) {
            this(name, trial, Processors::ofThisProcess);
        }
    }

    /// One round.
    @FunctionalInterface
    interface Trial {
        Sample run(Duration time);
    }

    static List<Series> inTurn(Bench bench, Side... sides) {
        return inTurn(bench, bench.settings().warmUp(), sides);
    }

    static List<Series> inTurn(Bench bench, Duration warmUp, Side... sides) {
        return inTurn(bench, warmUp, bench.settings().rounds(), sides);
    }

    /// With more rounds than else, where a few hundredths decide.
    static List<Series> inManyTurns(Bench bench, Duration warmUp, Side... sides) {
        return inTurn(bench, warmUp, TIMES_AS_MANY * bench.settings().rounds(), sides);
    }

    private static List<Series> inTurn(Bench bench, Duration warmUp, int rounds, Side... sides) {
        List<List<Sample>> samples = new ArrayList<>();
        for (Side side : sides) {
            side.trial().run(warmUp);
            samples.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < sides.length; i++) {
                samples.get(i).add(once(bench, sides[i]));
            }
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            series.add(new Series(sides[i].name(), samples.get(i)));
        }
        return series;
    }

    private static Sample once(Bench bench, Side side) {
        long before = side.processorMicros().getAsLong() + bench.processors().ofPostgres();
        Sample sample = side.trial().run(bench.settings().round());
        long after = side.processorMicros().getAsLong() + bench.processors().ofPostgres();
        return sample.took(after - before);
    }
}
