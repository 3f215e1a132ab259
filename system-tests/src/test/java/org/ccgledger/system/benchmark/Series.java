package org.ccgledger.system.benchmark;

import java.util.Arrays;
import java.util.List;

/// What all rounds of one side gave.
record Series(String side, List<Sample> samples) {

    double median() {
        return Numbers.median(samples.stream().map(Sample::value).toList());
    }

    /// Of all rounds together, in milliseconds.
    double percentileMillis(double share) {
        long[] all = samples.stream().flatMapToLong(s -> Arrays.stream(s.nanos())).toArray();
        return Numbers.percentile(Numbers.sorted(all), share) / 1e6;
    }

    /// Of processors, for each single thing; the median of all rounds.
    double processorMicrosEach() {
        return Numbers.median(samples.stream().map(Sample::processorMicrosEach).toList());
    }

    boolean hasTimes() {
        return samples.stream().anyMatch(sample -> sample.nanos().length > 0);
    }

    /// The median of the quotients of rounds that were run one after the other, so that what else
    /// the machine did meanwhile falls out.
    double over(Series other) {
        return Numbers.median(
                java.util.stream.IntStream.range(0, Math.min(samples.size(), other.samples.size()))
                        .mapToObj(i -> samples.get(i).value() / other.samples.get(i).value())
                        .toList());
    }
}
