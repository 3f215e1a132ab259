package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs sides in turn: A B A B …, after one round of each to warm up.
final class Rounds {

    private Rounds() {}

    /// A side of a comparison, and how it runs for a while.
    record Side(String name, Trial trial) {}

    /// One round.
    @FunctionalInterface
    interface Trial {
        Sample run(Duration time);
    }

    static List<Series> inTurn(Settings settings, Side... sides) {
        List<List<Sample>> samples = new ArrayList<>();
        for (Side side : sides) {
            side.trial().run(settings.warmUp());
            samples.add(new ArrayList<>());
        }
        for (int round = 0; round < settings.rounds(); round++) {
            for (int i = 0; i < sides.length; i++) {
                samples.get(i).add(sides[i].trial().run(settings.round()));
            }
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            series.add(new Series(sides[i].name(), samples.get(i)));
        }
        return series;
    }
}
