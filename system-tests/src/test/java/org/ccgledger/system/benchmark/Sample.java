package org.ccgledger.system.benchmark;

/// What one round gave.
///
/// @param value in the row's unit
/// @param load the machine's load average when it ended
/// @param nanos how long each single thing took, in rising order; empty where it was not taken
/// @param processorMicros how long processors worked for it, ours and PostgreSQL's; 0 where it was
///   not taken
record Sample(double value, double load, long[] nanos, long processorMicros) {

    static Sample of(double value) {
        return of(value, new long[0]);
    }

    static Sample of(double value, long[] nanos) {
        return new Sample(value, Machine.load(), Numbers.sorted(nanos), 0);
    }

    Sample took(long micros) {
        return new Sample(value, load, nanos, micros);
    }

    /// For each single thing.
    double processorMicrosEach() {
        return (double) processorMicros / nanos.length;
    }
}
