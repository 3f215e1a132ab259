package org.ccgledger.system.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the table.
///
/// @param unit of the numbers shown
/// @param shown a number for each side, ours first
/// @param series the rounds from which they come
/// @param figure what gate and goal are held against, and what it is, such as `×` or `ms`
record Row(
        String what,
        String unit,
        List<Shown> shown,
        List<Series> series,
        double figure,
        String figureUnit,
        @Nullable Bound gate,
        @Nullable Bound goal) {

    /// A side's number.
    record Shown(String side, double value) {}

    /// How many times as much the first side does as the second, by the medians of its rounds.
    static Row times(
            String what,
            String unit,
            List<Series> series,
            @Nullable Bound gate,
            @Nullable Bound goal) {
        return new Row(
                what,
                unit,
                medians(series),
                series,
                series.get(0).over(series.get(1)),
                "×",
                gate,
                goal);
    }

    /// What share the first side loses of what the second does, by the medians of its rounds.
    static Row lost(String what, String unit, List<Series> series, Bound gate) {
        return new Row(
                what,
                unit,
                medians(series),
                series,
                100 * (1 - series.get(0).over(series.get(1))),
                "% lost",
                gate,
                null);
    }

    /// How long the slowest of the fastest share took, as a multiple of the other side's.
    static Row percentiles(
            String what,
            List<Series> series,
            double share,
            @Nullable Bound gate,
            @Nullable Bound goal) {
        List<Shown> shown = percentiles(series, share);
        return new Row(
                what,
                "ms",
                shown,
                series,
                shown.get(0).value() / shown.get(1).value(),
                "×",
                gate,
                goal);
    }

    /// How long the processors work for each single thing.
    static Row processorTime(String what, String unit, List<Series> series) {
        List<Shown> shown =
                series.stream()
                        .map(one -> new Shown(one.side(), one.processorMicrosEach()))
                        .toList();
        return new Row(
                what,
                unit,
                shown,
                series,
                shown.get(0).value() / shown.get(1).value(),
                "×",
                null,
                null);
    }

    /// Numbers that nothing is held against.
    static Row shown(String what, String unit, List<Series> series) {
        return times(what, unit, series, null, null);
    }

    static List<Shown> medians(List<Series> series) {
        return series.stream().map(one -> new Shown(one.side(), one.median())).toList();
    }

    static List<Shown> percentiles(List<Series> series, double share) {
        return series.stream()
                .map(one -> new Shown(one.side(), one.percentileMillis(share)))
                .toList();
    }

    boolean missesGate() {
        return gate != null && !gate.holds(figure);
    }

    boolean missesGoal() {
        return goal != null && !goal.holds(figure);
    }
}
