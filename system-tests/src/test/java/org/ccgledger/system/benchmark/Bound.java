package org.ccgledger.system.benchmark;

/// What a figure has to reach, or may not pass.
///
/// @param least whether the figure is to be at least the limit; otherwise at most
record Bound(boolean least, double limit) {

    static Bound atLeast(double limit) {
        return new Bound(true, limit);
    }

    static Bound atMost(double limit) {
        return new Bound(false, limit);
    }

    boolean holds(double figure) {
        return least ? figure >= limit : figure <= limit;
    }

    @Override
    public String toString() {
        return (least ? "≥ " : "≤ ") + Numbers.text(limit);
    }
}
