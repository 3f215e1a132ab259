package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults that an audit finds. So many that show at a position are kept, and so many others;
/// the rest is counted.
final class Faults {

    private static final int MOST = 1000;

    private final List<AuditReport.Fault> named = new ArrayList<>();
    private int at;
    private int general;
    private long more;

    void at(long position, String what) {
        if (at < MOST) {
            at++;
            named.add(new AuditReport.Fault(position, Shown.of(what)));
        } else {
            more++;
        }
    }

    void general(String what) {
        if (general < MOST) {
            general++;
            named.add(new AuditReport.Fault(0, Shown.of(what)));
        } else {
            more++;
        }
    }

    /// Those that were found apart from these.
    void add(Faults others) {
        others.named.forEach(fault -> {
            if (fault.position() == 0) {
                general(fault.what());
            } else {
                at(fault.position(), fault.what());
            }
        });
        more += others.more;
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
