package org.ccgledger.system.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// Medians, and how numbers are written.
final class Numbers {

    private Numbers() {}

    static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Of nothing there is no median");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// @param sorted in rising order
    static long percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }

    static long[] sorted(long[] values) {
        long[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /// Three digits that count; all of those before the point.
    static String text(double value) {
        if (value == 0 || Math.abs(value) >= 100) {
            return String.format(Locale.UK, "%,.0f", value);
        }
        int digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
        String text = String.format(Locale.UK, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
