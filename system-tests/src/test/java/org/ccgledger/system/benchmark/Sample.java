package org.ccgledger.system.benchmark;

/// What one round gave.
///
/// @param value in the row's unit
/// @param load the machine's load average when it ended
/// @param nanos how long each single thing took, in rising order; empty where it was not taken
record Sample(double value, double load, long[] nanos) {

    static Sample of(double value) {
        return new Sample(value, Machine.load(), new long[0]);
    }

    static Sample of(double value, long[] nanos) {
        return new Sample(value, Machine.load(), Numbers.sorted(nanos));
    }
}
