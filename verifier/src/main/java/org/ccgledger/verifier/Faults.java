package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults that an audit finds. So many are kept, the others are counted.
final class Faults {

    private static final int MOST = 1000;

    private final List<AuditReport.Fault> named = new ArrayList<>();
    private long more;

    void at(long position, String what) {
        if (named.size() < MOST) {
            named.add(new AuditReport.Fault(position, what));
        } else {
            more++;
        }
    }

    void general(String what) {
        named.add(new AuditReport.Fault(0, what));
    }

    /// Those that show at a position first, in order of positions.
    List<AuditReport.Fault> named() {
        return named.stream()
                .sorted(
                        Comparator.comparingLong(
                                fault -> fault.position() == 0 ? Long.MAX_VALUE : fault.position()))
                .toList();
    }

    long more() {
        return more;
    }
}
