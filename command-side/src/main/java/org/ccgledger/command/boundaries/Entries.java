package org.ccgledger.command.boundaries;

import java.util.List;
import java.util.regex.Pattern;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.StreamName;

/// Entries of the ledger that others speak of.
public final class Entries {

    /// What the ledger records of itself is not for anybody to speak of.
    private static final Pattern STREAM = Pattern.compile("(?!ledger:)[a-z-]{2,40}:.{1,200}");

    private Entries() {}

    public static boolean isStream(String name) {
        return STREAM.matcher(name).matches();
    }

    /// The events of the entry's stream, among which it is; empty if there is no such entry.
    public static List<CcgEvent> around(LedgerEntry entry, Reads reads) {
        String stream = entry.stream();
        int colon = stream.indexOf(':');
        List<CcgEvent> events =
                reads.stream(
                        new StreamName(stream.substring(0, colon), stream.substring(colon + 1)));
        return events.size() < entry.version() ? List.of() : events;
    }
}
