package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults that an audit finds. So many that show at a position are kept, and so many others;
/// the rest is counted.
final class Faults {

    private static final int MOST = 1000;

    private final List<AuditReport.Fault> named = new ArrayList<>();
    private long at;
    private long general;
    private long more;

    void at(long position, String what) {
        add(new AuditReport.Fault(position, Shown.of(what)));
    }

    void general(String what) {
        add(new AuditReport.Fault(0, Shown.of(what)));
    }

    /// Those that were found apart from these.
    void add(Faults others) {
        others.named.forEach(this::add);
        more += others.more;
    }

    private void add(AuditReport.Fault fault) {
        long before = fault.position() == 0 ? general++ : at++;
        if (before < MOST) {
            named.add(fault);
        } else {
            more++;
        }
    }

    /// Those that show at a position first, in order of positions.
    List<AuditReport.Fault> named() {
        return named.stream()
                .sorted(
                        Comparator.comparingLong(
                                fault -> fault.position() == 0 ? Long.MAX_VALUE : fault.position()))
                .toList();
    }

    boolean isNone() {
        return named.isEmpty();
    }

    long more() {
        return more;
    }
}
